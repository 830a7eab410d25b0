//! The answers to a question about a clause, each with its command.

use super::clauses::AddressedClause;
use super::matching::Question;
use crate::diagnostic::Bilingual;
use crate::policy::{ClauseId, DocumentId};

/// An answer to a question and the command that gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedAnswer {
    /// The answer in words.
    pub says: Bilingual,
    /// The command, without `--write`.
    pub command: String,
}

/// The answers to a question about a clause of `document`, the likeliest first.
#[must_use]
pub fn answers(document: &DocumentId, clauses: &[AddressedClause], question: &Question) -> Vec<ProposedAnswer> {
    let id = &question.id;
    let mut answers = Vec::new();
    let mut places = Vec::new();
    let mut add = |ja: String, en: String, command: String| {
        answers.push(ProposedAnswer { says: Bilingual { ja, en }, command });
    };
    for clause in question.candidates.iter().filter_map(|candidate| clauses.get(candidate.clause)) {
        let place = format!("{}#{}", document.0, clause.position);
        let (ja, en) = (format!("「{}」に当たる", clause.name), format!("it is {}", clause.name));
        add(ja, en, format!("hoshin anchor same {id} {place}"));
        places.push(place);
    }
    if places.len() > 1 {
        let command = format!("hoshin anchor split {id} {}", places.join(" "));
        add("これらに分かれた".to_owned(), "it was split into these".to_owned(), command);
    }
    if let Some(place) = places.first().filter(|_| !question.rivals.is_empty()) {
        let rivals: Vec<&str> = question.rivals.iter().map(ClauseId::as_str).collect();
        let command = format!("hoshin anchor merge {id} {} {place}", rivals.join(" "));
        add("ほかの条項と一つになった".to_owned(), "it was merged with others".to_owned(), command);
    }
    add("なくなった".to_owned(), "it was taken out".to_owned(), format!("hoshin anchor retire {id}"));
    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{AddressedKind, MatchCandidate};

    fn clause(position: &str) -> AddressedClause {
        AddressedClause {
            kind: AddressedKind::Paragraph,
            position: position.into(),
            name: position.into(),
            text: String::new(),
            parent: None,
            authored: None,
            range: 0..0,
        }
    }

    fn commands(candidates: usize, rivals: &[&str]) -> Vec<String> {
        let clauses = [clause("s1-p1"), clause("s1-p2")];
        let candidates = (0..candidates).map(|clause| MatchCandidate { clause, score: 0.6 }).collect();
        let rivals = rivals.iter().map(|id| (*id).into()).collect();
        let question = Question { id: "k7f3q".into(), candidates, rivals };
        answers(&DocumentId("r8/a".to_owned()), &clauses, &question).into_iter().map(|answer| answer.command).collect()
    }

    #[test]
    fn every_answer_to_a_question_has_its_command() {
        let (first, second) = ("hoshin anchor same k7f3q r8/a#s1-p1", "hoshin anchor same k7f3q r8/a#s1-p2");
        let gone = "hoshin anchor retire k7f3q";
        assert_eq!(commands(1, &[]), [first, gone]);
        assert_eq!(commands(2, &[]), [first, second, "hoshin anchor split k7f3q r8/a#s1-p1 r8/a#s1-p2", gone]);
        assert_eq!(commands(1, &["m2x4r"]), [first, "hoshin anchor merge k7f3q m2x4r r8/a#s1-p1", gone]);
    }
}
