//! Persons and bodies that the clause does not name.
//!
//! 市 itself may always be named. 職員 may be added with a warning where the clause names nobody who acts: clauses are orders to the staff,
//! but the text does not say which staff.

use super::Remarks;
use super::role::acts;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;
use crate::snippet::faithfulness::lexicon::Class;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let clause = &comparison.source.text;
    let names_somebody = clause.of_class(Class::Actor).any(|actor| acts(clause, actor));
    for (text, actor) in comparison.new_words(Class::Actor) {
        let is_allowed = |word: &str| word == "職員" && !names_somebody;
        remarks.push_at(text, actor.range(), |word| {
            if is_allowed(word) { catalogue::post_actor_added(word) } else { catalogue::post_actor(word) }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn an_added_actor_is_reported() {
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
