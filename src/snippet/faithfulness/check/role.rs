//! Who does what: an actor the clause names, but in another part.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::folded::{is_content, starts_with};
use crate::snippet::faithfulness::lexicon::{Class, Mark};
use crate::snippet::faithfulness::passage::Passage;
use crate::snippet::faithfulness::reading::{Reading, Unit};

/// What an actor is in a sentence.
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

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let clause = &reading.source.text;
    for (unit, actor) in reading.words(Class::Actor).filter(|(_, actor)| clause.has_group(actor.group)) {
        let Some(role) = role(&unit.text, actor) else { continue };
        let parts: Vec<(&Mark, Role)> =
            clause.of_class(Class::Actor).filter_map(|other| Some((other, self::role(clause, other)?))).collect();
        let own = parts.iter().any(|(other, its)| *its == role && other.group == actor.group);
        let others = parts.iter().any(|(other, its)| *its == role && other.group != actor.group);
        if (!own && others) || (role == Role::Acts && does_anothers_deed(reading, unit, actor, &parts)) {
            found.push(
                catalogue::post_role(&unit.text.text(actor.start, actor.end)),
                unit.bytes(actor.start, actor.end),
            );
        }
    }
}

/// Whether an actor is said to act.
pub(super) fn acts(text: &Passage, actor: &Mark) -> bool {
    role(text, actor) == Some(Role::Acts)
}

fn role(text: &Passage, actor: &Mark) -> Option<Role> {
    let rest = &text.chars()[actor.end..];
    PARTICLES.iter().find(|(word, _)| starts_with(rest, word)).map(|(_, role)| *role)
}

/// Whether what follows an actor in the post follows another in the same sentence of the clause.
fn does_anothers_deed(reading: &Reading<'_>, unit: &Unit, actor: &Mark, parts: &[(&Mark, Role)]) -> bool {
    let chars = unit.text.chars();
    let from = (actor.end + 1).min(chars.len());
    let next = (from..chars.len()).find(|at| is_content(chars[*at]) && unit.source_of(*at).is_some());
    let Some(at) = next.and_then(|at| unit.source_of(at)) else { return false };
    let sentence = reading.source.sentence_at(at);
    let ahead = |other: &Mark| other.start >= sentence.start && other.end <= at;
    let acting: Vec<&Mark> =
        parts.iter().filter(|(other, role)| *role == Role::Acts && ahead(other)).map(|(other, _)| *other).collect();
    !acting.is_empty() && acting.iter().all(|other| other.group != actor.group)
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn everybody_keeps_their_part() {
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
