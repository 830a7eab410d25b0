//! Roles: an actor of the clause keeps its role in the post.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::analyzed_text::AnalyzedText;
use crate::snippet::faithfulness::comparison::{Comparison, RewordedText};
use crate::snippet::faithfulness::folded::{is_content, starts_with};
use crate::snippet::faithfulness::lexicon::{Class, Mark};

/// The role of an actor in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// が, は, も
    Acts,
    /// に, へ
    Receives,
    /// から
    Gives,
    /// と
    TakesPart,
}

const PARTICLES: &[(&str, Role)] = &[
    ("からの", Role::Gives),
    ("から", Role::Gives),
    ("自ら", Role::Acts),
    ("一人一人が", Role::Acts),
    ("一人一人は", Role::Acts),
    ("全員が", Role::Acts),
    ("においても", Role::Acts),
    ("においては", Role::Acts),
    ("が", Role::Acts),
    ("は", Role::Acts),
    ("も", Role::Acts),
    ("に", Role::Receives),
    ("へ", Role::Receives),
    ("と", Role::TakesPart),
];

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let clause = &comparison.source.text;
    for (text, actor) in comparison.words(Class::Actor).filter(|(_, actor)| clause.has_group(actor.group)) {
        let Some(role) = role(&text.text, actor) else { continue };
        let roles: Vec<(&Mark, Role)> =
            clause.of_class(Class::Actor).filter_map(|other| Some((other, self::role(clause, other)?))).collect();
        let own = roles.iter().any(|(other, its)| *its == role && other.group == actor.group);
        let others = roles.iter().any(|(other, its)| *its == role && other.group != actor.group);
        if (!own && others) || (role == Role::Acts && does_anothers_deed(comparison, text, actor, &roles)) {
            remarks.push_at(text, actor.range(), catalogue::post_role);
        }
    }
}

/// True if the text says that an actor acts.
pub(super) fn acts(text: &AnalyzedText, actor: &Mark) -> bool {
    role(text, actor) == Some(Role::Acts)
}

fn role(text: &AnalyzedText, actor: &Mark) -> Option<Role> {
    let rest = &text.chars()[actor.end..];
    PARTICLES.iter().find(|(word, _)| starts_with(rest, word)).map(|(_, role)| *role)
}

/// True if the words after an actor in the post follow another actor in the same sentence of the clause.
fn does_anothers_deed(comparison: &Comparison<'_>, text: &RewordedText, actor: &Mark, roles: &[(&Mark, Role)]) -> bool {
    let chars = text.text.chars();
    let from = (actor.end + 1).min(chars.len());
    let next = (from..chars.len()).find(|at| is_content(chars[*at]) && text.source_of(*at).is_some());
    let Some(at) = next.and_then(|at| text.source_of(at)) else { return false };
    let sentence = comparison.source.sentence_at(at);
    let ahead = |other: &Mark| other.start >= sentence.start && other.end <= at;
    let acting: Vec<&Mark> =
        roles.iter().filter(|(other, role)| *role == Role::Acts && ahead(other)).map(|(other, _)| *other).collect();
    !acting.is_empty() && acting.iter().all(|other| other.group != actor.group)
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn a_changed_role_is_reported() {
        let clause = "市民が必要とする情報を発信できるよう、職員が体制を構築すること。";
        table(
            &["post-role"],
            &[
                (clause, "職員が体制を構築します。", ""),
                (clause, "市民が必要とする情報を発信できるよう体制を構築します。", ""),
                (clause, "職員が必要とする情報を発信できるよう体制を構築します。", "post-role"),
                ("職員が市民の利便性を高めること。", "市民が利便性を高めます。", "post-role"),
                ("市長に提出すること。市民と話すこと。", "市民に提出します。", "post-role"),
            ],
        );
    }
}
