//! The two real documents with typical revisions.

use hoshin::policy::{ClauseId, Fragment, Position};

use crate::site::Site;

const R7: &str = include_str!("../../content/r7/shisei-unei.md");
const R8: &str = include_str!("../../content/r8/seisaku-keiei.md");

fn real() -> Site {
    let mut site = Site::new(&[]);
    site.files.insert("content/r7/shisei-unei.md".into(), R7.into());
    site.files.insert("content/r8/seisaku-keiei.md".into(), R8.into());
    assert_eq!(site.build(), Vec::<String>::new());
    site
}

/// Revises the R8 document and builds. Nothing is found.
fn revise(site: &mut Site, from: &str, to: &str) {
    assert_eq!(found_after(site, from, to), Vec::<String>::new());
}

/// The same, with what is found.
fn found_after(site: &mut Site, from: &str, to: &str) -> Vec<String> {
    let file = site.files.get_mut("content/r8/seisaku-keiei.md").unwrap();
    assert!(file.contains(from), "{from}");
    *file = file.replacen(from, to, 1);
    site.build()
}

const FIRST_OF_5: &str = "・市民が必要としている情報を容易に入手できるように市LINE公式アカウントの登録者を増やすとともに、市報やSNS等の様々な媒体の特性を生かした情報発信が全庁的に推進されるよう努めること。\n\n";
const SECOND_OF_5: &str = "・職員一人一人が市の歴史、文化、地域資源の魅力や強みを十分に理解し、そのことを市の内外に向け効果的に発信し、郷土愛の醸成を図るとともに、市の知名度や評価が高まるよう努めること。\n\n";

#[test]
fn every_clause_has_its_own_id() {
    let site = real();
    let mut ids: Vec<ClauseId> = ["r7/shisei-unei", "r8/seisaku-keiei"]
        .map(|id| site.ids(id))
        .into_iter()
        .flat_map(std::collections::BTreeMap::into_values)
        .collect();
    let count = ids.len();
    assert!(count > 60, "{count}");
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
    assert!(
        ids.iter().all(|id| id.as_str().len() == 5 && id.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric()))
    );
}

#[test]
fn an_inserted_clause_moves_the_others_and_leaves_notes() {
    let mut site = real();
    let before = site.ids("r8/seisaku-keiei");
    revise(&mut site, FIRST_OF_5, &format!("・新しい広報戦略を年度内に策定すること。\n\n{FIRST_OF_5}"));
    let (first, second) = (&before["s5-b1"], &before["s5-b2"]);
    assert_eq!(site.position("r8/seisaku-keiei", first).unwrap(), "s5-b2");
    assert_eq!(site.position("r8/seisaku-keiei", second).unwrap(), "s5-b3");
    let addresses = &site.body("r8/seisaku-keiei").addresses;
    let told: Vec<_> =
        addresses.retargeted.iter().map(|note| (note.position.as_str(), &note.was, &*note.name)).collect();
    assert_eq!(told, [("s5-b1", first, "5（1項目め）"), ("s5-b2", second, "5（2項目め）")]);
    assert_eq!(addresses.retargeted[0].is.as_ref(), site.ids("r8/seisaku-keiei").get("s5-b1"));
    assert_eq!(addresses.retargeted[0].date.unwrap().to_string(), "2026-04-01");
    assert!(!addresses.is_unambiguous(&Position::new("s5-b1")) && addresses.is_unambiguous(&Position::new("s5-b3")));
}

#[test]
fn swapped_clauses_keep_their_ids() {
    let mut site = real();
    let before = site.ids("r8/seisaku-keiei");
    revise(&mut site, &format!("{FIRST_OF_5}{SECOND_OF_5}"), &format!("{SECOND_OF_5}{FIRST_OF_5}"));
    let after = site.ids("r8/seisaku-keiei");
    assert_eq!((&after["s5-b1"], &after["s5-b2"]), (&before["s5-b2"], &before["s5-b1"]));
    let mut former = Vec::new();
    site.body("r8/seisaku-keiei")
        .each_clause(|clause| former.extend(clause.former.iter().map(hoshin::policy::FormerPosition::fragment)));
    let place = |position| Fragment::of(&Position::new(position), &before[position]);
    assert_eq!(former, [place("s5-b2"), place("s5-b1")]);
}

#[test]
fn a_renumbered_section_keeps_its_ids_and_those_below_it() {
    let mut site = real();
    let before = site.ids("r8/seisaku-keiei");
    revise(&mut site, "## 8 ", "## 9 ");
    let after = site.ids("r8/seisaku-keiei");
    assert_eq!(before.values().collect::<std::collections::BTreeSet<_>>(), after.values().collect());
    assert_eq!((&after["s9"], &after["s9-b1"]), (&before["s8"], &before["s8-b1"]));
    assert!(site.body("r8/seisaku-keiei").addresses.retargeted.is_empty(), "nothing stands at 8 now");
}

#[test]
fn a_reworded_clause_keeps_its_id() {
    let mut site = real();
    let before = site.ids("r8/seisaku-keiei");
    let found = found_after(
        &mut site,
        "市LINE公式アカウントの登録者を増やすとともに",
        "市LINE公式アカウントの登録者を令和8年度末までに3万人とし",
    );
    // The words with the new numbers are few.
    assert_eq!(found, ["address-reworded"]);
    assert_eq!(site.ids("r8/seisaku-keiei"), before);
}

#[test]
fn a_removed_clause_leaves_a_tombstone() {
    let mut site = real();
    let before = site.ids("r8/seisaku-keiei");
    revise(&mut site, SECOND_OF_5, "");
    let stones = &site.body("r8/seisaku-keiei").addresses.tombstones;
    let [stone] = &stones[..] else { panic!("{stones:?}") };
    assert_eq!((&stone.id, &*stone.name), (&before["s5-b2"], "5（2項目め）"));
    assert_eq!(stone.text.trim(), SECOND_OF_5.trim_start_matches('・').trim());
}
