//! Who acts or is concerned: persons and bodies the clause does not name.
//!
//! 市 itself may always be named. 職員 may be put in where the clause names nobody who acts, with a warning: clauses are
//! orders to the staff, but of whom the text does not say.

use super::Found;
use super::role::acts;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::lexicon::Class;
use crate::snippet::faithfulness::reading::Reading;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let clause = &reading.source.text;
    let somebody = clause.of_class(Class::Actor).any(|actor| acts(clause, actor));
    for (unit, actor) in reading.new_words(Class::Actor) {
        let (word, place) = (unit.text.text(actor.start, actor.end), unit.bytes(actor.start, actor.end));
        let finding = if word == "職員" && !somebody {
            catalogue::post_actor_added(&word)
        } else {
            catalogue::post_actor(&word)
        };
        found.push(finding, place);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn nobody_is_put_in() {
        table(
            &["post-actor", "post-actor-added"],
            &[
                ("職員が推進できる体制を構築すること。", "職員が推進できる体制を構築します。", ""),
                ("職員が推進できる体制を構築すること。", "事業者が推進できる体制を構築します。", "post-actor"),
                ("体制を構築すること。", "市は、体制を構築します。", ""),
                ("体制を構築すること。", "職員は、体制を構築します。", "post-actor-added"),
                ("体制を構築すること。", "市民とともに体制を構築します。", "post-actor"),
                ("財政部門と協議すること。", "議会と協議します。", "post-actor"),
            ],
        );
    }
}
