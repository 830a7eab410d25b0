//! Answers to questions about clauses: the record and preview each one makes, and that the next build asks nothing.

use hoshin::address::settle::{self, Destination, EndingDetails, RevisedDocument, SettledRecord};
use hoshin::address::{AddressRecord, addressed_clauses, read_record};
use hoshin::diagnostic::{Finding, SourceFile};
use hoshin::policy::{ClauseId, Position, TombstoneState};

use crate::site::Site;

const ONE: &str = "市民の声を丁寧に聴き、施策の優先順位を毎年度見直すこと。";
const TWO: &str = "公共施設の更新費用を平準化し、将来世代の負担を軽くすること。";
const PATH: &str = "content/r8/a.lock";

fn revised_site(before: &str, after: &str) -> Site {
    let mut site = Site::new(&[("r8/a", before)]);
    site.build();
    site.write("r8/a", "2026-07-01", after);
    site
}

fn lock(site: &Site) -> AddressRecord {
    read_record(&SourceFile::new(PATH, site.files[PATH].clone())).unwrap()
}

/// The id of the clause recorded at a position.
fn recorded(site: &Site, position: &str) -> ClauseId {
    lock(site).live().find(|(_, entry)| entry.position == position).unwrap().0.clone()
}

/// Gives an answer, writes the record it makes and returns the preview.
fn answer(site: &mut Site, give: impl Fn(&RevisedDocument<'_>) -> Result<SettledRecord, Box<Finding>>) -> Vec<String> {
    site.build();
    let lock = lock(site);
    let (clauses, taken) = (addressed_clauses(site.body("r8/a")), settle::ids_of([&lock]));
    let revised =
        RevisedDocument { record: &lock, clauses: &clauses, date: Some(jiff::civil::date(2026, 7, 1)), taken: &taken };
    let settled = give(&revised).unwrap();
    site.files.insert(PATH.into(), settled.record.to_text());
    settled
        .preview
        .iter()
        .map(|effect| format!("{:?} → {}", effect.before.as_ref().map(shown), shown(&effect.after)))
        .collect()
}

fn shown(leads: &Destination) -> String {
    match leads {
        Destination::Clause { position, .. } => position.to_string(),
        Destination::Renamed(to) => format!("={to}"),
        Destination::Tombstone { state, successors, .. } => format!("{state:?} {}", successors.len()),
    }
}

#[test]
fn same_split_merge_and_retire_end_the_question() {
    let half = "市民の声を丁寧に聴き、窓口の待ち時間を半分にすること。";
    let mut site = revised_site(&format!("・{ONE}\n"), &format!("・{half}\n"));
    let id = recorded(&site, "b1");
    let preview = answer(&mut site, |revised| settle::same(revised, &id, &Position::new("b1")));
    assert_eq!(preview, Vec::<String>::new(), "it still leads to the first item");
    assert_eq!(site.build(), Vec::<String>::new());
    assert_eq!(site.ids("r8/a")["b1"], id);

    let mut site = revised_site(&format!("・{ONE}{TWO}\n"), &format!("・{ONE}\n\n・{TWO}\n"));
    let id = recorded(&site, "b1");
    let mut preview = answer(&mut site, |revised| settle::split(revised, &id, &["b1", "b2"].map(Position::new)));
    preview.sort();
    assert_eq!(preview, ["None → b1", "None → b2", "Some(\"b1\") → Split 2"]);
    assert_eq!(site.build(), Vec::<String>::new());
    let stone = &site.body("r8/a").addresses.tombstones[0];
    let ids = site.ids("r8/a");
    assert_eq!((stone.state, stone.date.unwrap().to_string().as_str()), (TombstoneState::Split, "2026-07-01"));
    assert_eq!(stone.successors, [ids["b1"].clone(), ids["b2"].clone()]);

    let mut site = revised_site(&format!("・{ONE}\n\n・{TWO}\n"), &format!("・{ONE}{TWO}\n"));
    let (first, second) = (recorded(&site, "b1"), recorded(&site, "b2"));
    answer(&mut site, |revised| settle::merge(revised, &[first.clone(), second.clone()], &Position::new("b1")));
    assert_eq!(site.build(), Vec::<String>::new());
    assert_eq!(site.body("r8/a").addresses.tombstones.len(), 2);

    let mut site = revised_site(&format!("・{ONE}\n"), &format!("・{half}\n"));
    let id = recorded(&site, "b1");
    let notice = EndingDetails { reason: Some("窓口改革に改めた"), successors: Some(&[Position::new("b1")]) };
    answer(&mut site, |revised| settle::retire(revised, &id, &notice));
    assert_eq!(site.build(), Vec::<String>::new());
    let stone = &site.body("r8/a").addresses.tombstones[0];
    assert_eq!((stone.reason.as_deref(), &stone.successors[0]), (notice.reason, &site.ids("r8/a")["b1"]));
}

#[test]
fn details_of_a_tombstone_stay_until_they_are_replaced() {
    let mut site = revised_site(&format!("・{ONE}\n\n・{TWO}\n"), &format!("・{TWO}\n"));
    let id = recorded(&site, "b1");
    let said = |site: &Site| {
        let stone = site.body("r8/a").addresses.tombstones[0].clone();
        (stone.state, stone.reason.map(String::from), stone.successors.len())
    };
    let reason = Some("窓口改革に改めた".to_owned());
    let first = EndingDetails { reason: reason.as_deref(), successors: Some(&[Position::new("b1")]) };
    let none = EndingDetails { reason: Some(""), successors: Some(&[]) };
    for (how, notice, expected) in [
        (TombstoneState::Withdrawn, first, (reason.clone(), 1)),
        (TombstoneState::Withdrawn, EndingDetails::default(), (reason.clone(), 1)),
        (TombstoneState::Reserved, EndingDetails::default(), (reason.clone(), 1)),
        (
            TombstoneState::Withdrawn,
            EndingDetails { reason: Some("組織の改正"), successors: None },
            (Some("組織の改正".to_owned()), 1),
        ),
        (TombstoneState::Withdrawn, none, (None, 0)),
    ] {
        let end = if how == TombstoneState::Reserved { settle::reserve } else { settle::retire };
        answer(&mut site, |revised| end(revised, &id, &notice));
        assert_eq!(site.build(), Vec::<String>::new());
        assert_eq!(said(&site), (how, expected.0, expected.1));
    }
}

#[test]
fn a_clause_recorded_as_gone_can_be_brought_back() {
    let mut site = revised_site(&format!("・{ONE}\n"), &format!("・{TWO}\n"));
    let id = recorded(&site, "b1");
    site.build();
    let new = site.ids("r8/a")["b1"].clone();
    assert_ne!(new, id);
    answer(&mut site, |revised| settle::same(revised, &id, &Position::new("b1")));
    assert_eq!(site.build(), Vec::<String>::new());
    assert_eq!(site.ids("r8/a")["b1"], id);
    let mut former = Vec::new();
    site.body("r8/a").each_clause(|clause| former.extend(clause.former.iter().map(|place| place.id.clone())));
    assert_eq!(former, [new], "the id it had meanwhile leads to it too");
}

#[test]
fn a_reserved_number_has_its_own_kind_of_tombstone() {
    let mut site = revised_site(&format!("(1) {ONE}\n\n(2) {TWO}\n"), &format!("(2) {TWO}\n"));
    let id = recorded(&site, "s1");
    answer(&mut site, |revised| settle::reserve(revised, &id, &EndingDetails::default()));
    assert_eq!(site.build(), Vec::<String>::new());
    let stone = &site.body("r8/a").addresses.tombstones[0];
    assert_eq!((stone.state, stone.position.as_str(), &*stone.name), (TombstoneState::Reserved, "s1", "(1)"));
}

#[test]
fn impossible_answers_are_refused() {
    let mut site = revised_site(&format!("・{ONE}\n\n・{TWO}\n"), &format!("・{ONE}\n"));
    let (first, second) = (recorded(&site, "b1"), recorded(&site, "b2"));
    site.run(hoshin::address::Mode::Locked);
    let lock = lock(&site);
    let (clauses, taken) = (addressed_clauses(site.body("r8/a")), settle::ids_of([&lock]));
    let revised = RevisedDocument { record: &lock, clauses: &clauses, date: None, taken: &taken };
    let (unknown, b1, b7) = (ClauseId::new("zzzzz"), Position::new("b1"), Position::new("b7"));
    for (refused, code) in [
        (settle::same(&revised, &unknown, &b1), "anchor-unknown-id"),
        (settle::same(&revised, &first, &b7), "anchor-unknown-place"),
        (settle::same(&revised, &second, &b1), "anchor-place-taken"),
        (settle::split(&revised, &first, &[b1.clone(), b7.clone()]), "anchor-unknown-place"),
        (settle::merge(&revised, &[first.clone(), unknown.clone()], &b1), "anchor-unknown-id"),
    ] {
        assert_eq!(refused.unwrap_err().of_site().code.id, code);
    }
}
