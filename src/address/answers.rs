//! The answers to a question about a clause, each with its command.

use super::clauses::AddressedClause;
use super::matching::{Question, QuestionCause};
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
    let named = |clause: usize| {
        clauses
            .get(clause)
            .map(|clause| NamedPlace { name: &clause.name, place: format!("{}#{}", document.0, clause.position) })
    };
    let places: Vec<NamedPlace<'_>> =
        question.candidates.iter().filter_map(|candidate| named(candidate.clause)).collect();
    match &question.cause {
        QuestionCause::Fewer(gone) => fewer(question, gone),
        QuestionCause::More(new) => more(&new.iter().filter_map(|&new| named(new)).collect::<Vec<_>>(), &places),
        QuestionCause::Split => {
            [vec![split(question, &places)], same(question, &places), vec![gone(question)]].concat()
        }
        QuestionCause::Merged => [merged(question, &places), same(question, &places), vec![gone(question)]].concat(),
        QuestionCause::Alike => {
            let split = (places.len() > 1).then(|| split(question, &places)).into_iter().collect();
            [same(question, &places), split, merged(question, &places), vec![gone(question)]].concat()
        }
    }
}

/// A clause with its place as commands take it: `r8/a#s5-1`.
struct NamedPlace<'a> {
    name: &'a str,
    place: String,
}

fn answer(ja: &str, en: &str, command: String) -> ProposedAnswer {
    ProposedAnswer { says: Bilingual { ja: ja.to_owned(), en: en.to_owned() }, command }
}

fn same(question: &Question, places: &[NamedPlace<'_>]) -> Vec<ProposedAnswer> {
    let same = |NamedPlace { name, place }: &NamedPlace<'_>| {
        let command = format!("hoshin anchor same {} {place}", question.id);
        answer(&format!("「{name}」に当たる"), &format!("it is {name}"), command)
    };
    places.iter().map(same).collect()
}

fn split(question: &Question, places: &[NamedPlace<'_>]) -> ProposedAnswer {
    let command = format!("hoshin anchor split {} {}", question.id, listed(places));
    answer("これらに分かれた", "it was split into these", command)
}

fn merged(question: &Question, places: &[NamedPlace<'_>]) -> Vec<ProposedAnswer> {
    let Some(NamedPlace { place, .. }) = places.first().filter(|_| !question.rivals.is_empty()) else {
        return Vec::new();
    };
    let command = format!("hoshin anchor merge {} {} {place}", question.id, ids(&question.rivals));
    vec![answer("ほかの条項と一つになった", "it was merged with others", command)]
}

fn gone(question: &Question) -> ProposedAnswer {
    answer("なくなった", "it was taken out", format!("hoshin anchor retire {}", question.id))
}

/// Of equal clauses the last ones are gone, or the first ones.
fn fewer(question: &Question, gone: &[ClauseId]) -> Vec<ProposedAnswer> {
    let first: Vec<ClauseId> = question.rivals.iter().chain([&question.id]).take(gone.len()).cloned().collect();
    let retire = |ids: &[ClauseId]| format!("hoshin anchor retire {}", self::ids(ids));
    let mut answers = vec![answer("最後のものがなくなった", "the last was taken out", retire(gone))];
    if first != gone {
        answers.push(answer("最初のものがなくなった", "the first was taken out", retire(&first)));
    }
    answers
}

/// Of equal clauses the last ones are new, or the first ones.
fn more(last: &[NamedPlace<'_>], all: &[NamedPlace<'_>]) -> Vec<ProposedAnswer> {
    let mut answers =
        vec![answer("最後のものが新しい", "the last is new", format!("hoshin anchor new {}", listed(last)))];
    if let ([last], Some(first)) = (last, all.first())
        && first.place != last.place
    {
        answers.push(answer("最初のものが新しい", "the first is new", format!("hoshin anchor new {}", first.place)));
    }
    answers
}

fn listed(places: &[NamedPlace<'_>]) -> String {
    places.iter().map(|named| named.place.as_str()).collect::<Vec<_>>().join(" ")
}

fn ids(ids: &[ClauseId]) -> String {
    ids.iter().map(ClauseId::as_str).collect::<Vec<_>>().join(" ")
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

    fn commands(candidates: usize, rivals: &[&str], cause: QuestionCause) -> Vec<String> {
        let clauses = [clause("s1-p1"), clause("s1-p2")];
        let candidates = (0..candidates).map(|clause| MatchCandidate { clause, score: 0.6 }).collect();
        let rivals = rivals.iter().map(|id| (*id).into()).collect();
        let question = Question { id: "k7f3q".into(), candidates, rivals, cause };
        answers(&DocumentId("r8/a".to_owned()), &clauses, &question).into_iter().map(|answer| answer.command).collect()
    }

    #[test]
    fn every_answer_to_a_question_has_its_command() {
        let (first, second) = ("hoshin anchor same k7f3q r8/a#s1-p1", "hoshin anchor same k7f3q r8/a#s1-p2");
        let gone = "hoshin anchor retire k7f3q";
        let split = "hoshin anchor split k7f3q r8/a#s1-p1 r8/a#s1-p2";
        let merged = "hoshin anchor merge k7f3q m2x4r r8/a#s1-p1";
        assert_eq!(commands(1, &[], QuestionCause::Alike), [first, gone]);
        assert_eq!(commands(2, &[], QuestionCause::Alike), [first, second, split, gone]);
        assert_eq!(commands(2, &[], QuestionCause::Split), [split, first, second, gone]);
        assert_eq!(commands(1, &["m2x4r"], QuestionCause::Alike), [first, merged, gone]);
        assert_eq!(commands(1, &["m2x4r"], QuestionCause::Merged), [merged, first, gone]);
        let fewer = QuestionCause::Fewer(vec!["k7f3q".into()]);
        assert_eq!(commands(2, &["m2x4r"], fewer), [gone, "hoshin anchor retire m2x4r"]);
        let new = ["hoshin anchor new r8/a#s1-p2", "hoshin anchor new r8/a#s1-p1"];
        assert_eq!(commands(2, &["m2x4r"], QuestionCause::More(vec![1])), new);
    }
}
