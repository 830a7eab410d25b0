//! Records: their format, the faults they can have, and that a faulty record is never overwritten.

use std::collections::BTreeMap;

use hoshin::address::{Mode, SITE_LOCK, read_list, read_record, settle};
use hoshin::diagnostic::{Severity, SourceFile};
use hoshin::policy::{ClauseId, DocumentId, Fragment};
use proptest::prelude::*;

use crate::site::{Site, codes};

const BODY: &str =
    "・市民の声を丁寧に聴き、施策の優先順位を毎年度見直すこと。\n\n・公共施設の更新費用を平準化すること。\n";
const LOCK: &str = "content/r8/a.lock";
const END: &str = r#"{"end":true}"#;

/// A lock file with one more line before its end.
fn with_line(lock: &str, line: &str) -> String {
    lock.replace(END, &format!("{line}\n{END}"))
}

fn built() -> Site {
    let mut site = Site::new(&[("r8/a", BODY)]);
    assert_eq!(site.build(), Vec::<String>::new());
    site
}

#[test]
fn a_lock_is_lines_of_json_sorted_by_id() {
    let site = built();
    let lines: Vec<&str> = site.files[LOCK].lines().collect();
    assert_eq!(lines[0], r#"{"hoshin":"addresses","version":1,"document":"r8/a"}"#);
    let ids = site.ids("r8/a");
    let line = |position: &str, name: &str, text: &str| {
        let id = &ids[position];
        format!(
            r#"{{"id":"{id}","state":"live","kind":"item","position":"{position}","name":"{name}","since":"2026-04-01","text":"{text}","seal":""#
        )
    };
    let mut expected = [
        line("b1", "（1項目め）", "市民の声を丁寧に聴き、施策の優先順位を毎年度見直すこと。"),
        line("b2", "（2項目め）", "公共施設の更新費用を平準化すること。"),
    ];
    expected.sort();
    let unsealed: Vec<&str> = lines[1..3].iter().map(|line| &line[..line.len() - "12345678\"}".len()]).collect();
    assert_eq!(unsealed, expected);
    let mut roster: Vec<&str> = ids.values().map(ClauseId::as_str).collect();
    roster.sort_unstable();
    assert_eq!(lines[3], r#"{"rosters":true}"#);
    assert!(lines[4].starts_with(&format!("{{\"roster\":[\"{}\"],\"seal\":\"", roster.join("\",\""))), "{}", lines[4]);
    assert_eq!(lines[5..], [END]);
    let known = "{\"hoshin\":\"documents\",\"version\":1}\n{\"document\":\"r8/a\",\"seal\":\"";
    assert!(site.files[SITE_LOCK].starts_with(known), "{}", site.files[SITE_LOCK]);
}

#[test]
fn a_record_holds_the_date_of_the_last_rewording() {
    let mut site = built();
    let reworded = |site: &Site| -> BTreeMap<String, Option<String>> {
        let lock = read_record(&SourceFile::new(LOCK, site.files[LOCK].clone())).unwrap();
        let dates = lock.entries.values().filter(|entry| entry.is_live());
        dates.map(|entry| (entry.position.to_string(), entry.reworded.map(|day| day.to_string()))).collect()
    };
    let expected = |one: Option<&str>, two: Option<&str>| -> BTreeMap<String, Option<String>> {
        [("b1", one), ("b2", two)].map(|(at, day)| (at.to_owned(), day.map(str::to_owned))).into()
    };
    assert_eq!(reworded(&site), expected(None, None), "nothing has had another text");
    // A move does not count as a rewording.
    site.write(
        "r8/a",
        "2026-07-01",
        "・公共施設の更新費用を平準化すること。\n\n・市民の声を丁寧に聴き、施策の優先順位を毎年度見直すこと。\n",
    );
    site.build();
    assert_eq!(reworded(&site), expected(None, None));
    site.write(
        "r8/a",
        "2026-10-01",
        "・公共施設の更新費用を平準化すること。\n\n・市民の声を丁寧に聴き、施策の優先順位を毎年度必ず見直すこと。\n",
    );
    site.build();
    assert_eq!(reworded(&site), expected(None, Some("2026-10-01")));
    assert!(site.files[LOCK].contains("\"reworded\":\"2026-10-01\""), "{}", site.files[LOCK]);
    // The date stays until the text changes again.
    site.write(
        "r8/a",
        "2027-01-01",
        "・市民の声を丁寧に聴き、施策の優先順位を毎年度必ず見直すこと。\n\n・公共施設の更新費用を平準化すること。\n",
    );
    site.build();
    assert_eq!(reworded(&site), expected(Some("2026-10-01"), None));
}

#[test]
fn a_second_build_changes_no_record_and_passes_with_locked() {
    let mut site = built();
    assert!(site.run(Mode::Locked).is_empty());
    assert!(site.assigned.changes.is_empty());
    site.write("r8/a", "2026-07-01", &format!("{BODY}\n・新しい条項を加えること。\n"));
    assert_eq!(codes(&site.run(Mode::Locked), Severity::Error), ["lock-outdated"]);
    assert!(site.assigned.changes.is_empty());
}

#[test]
fn a_record_is_read_back_as_it_was_written() {
    let mut site = built();
    site.write("r8/a", "2026-07-01", "・公共施設の更新費用を平準化すること。 {#heijunka}\n");
    site.build();
    let text = site.files[LOCK].clone();
    let lock = read_record(&SourceFile::new(LOCK, text.clone())).unwrap();
    assert_eq!(lock.to_text(), text);
    assert_eq!(lock.entries.len(), 3, "one live, one renamed, one gone");
}

#[test]
fn a_damaged_lock_is_an_error_and_is_not_overwritten() {
    let good = built().files[LOCK].clone();
    let second = good.lines().nth(1).unwrap().to_owned();
    for (what, damaged, code) in [
        ("empty", String::new(), "lock-header"),
        ("no header", format!("{second}\n"), "lock-header"),
        ("not JSON", "あ\n".to_owned(), "lock-header"),
        ("a site's lock", good.replace("addresses", "documents"), "lock-header"),
        ("a later version", good.replace("\"version\":1", "\"version\":2,\"more\":1"), "lock-version"),
        ("a merge", format!("{good}<<<<<<< ours\n"), "lock-conflict"),
        ("a merge in the header", format!("<<<<<<< ours\n{good}"), "lock-conflict"),
        ("cut off", good[..good.rfind('。').unwrap()].to_owned(), "lock-truncated"),
        ("cut off in the last line", good.trim_end().trim_end_matches('}').to_owned(), "lock-truncated"),
        ("cut off between two lines", good.replace(&format!("{END}\n"), ""), "lock-truncated"),
        ("lines after the last", format!("{good}{second}\n"), "lock-twice"),
        ("a whole line gone", good.replace(&format!("{second}\n"), ""), "lock-line-gone"),
        ("a broken line", with_line(&good, "{\"id\" \"x\"}"), "lock-line"),
        ("a changed id", good.replacen("\"id\":\"", "\"id\":\"x", 1), "lock-line"),
        ("a changed text", good.replace("公共施設", "公共設備"), "lock-line"),
        ("an unknown key", good.replace("\"kind\"", "\"kinds\""), "lock-value"),
        ("an unknown state", good.replace("live", "alive"), "lock-line"),
        ("an impossible date", good.replace("2026-04-01", "2026-04-31"), "lock-line"),
        ("an id that is none", good.replace("\"id\":\"", "\"id\":\"あ"), "lock-line"),
        ("the same id twice", with_line(&good, &second), "lock-twice"),
        ("another document's", good.replace("r8/a", "r8/b"), "lock-of-another"),
    ] {
        let mut site = built();
        site.files.insert(LOCK.into(), damaged.clone());
        site.write("r8/a", "2026-07-01", "・全く新しい条項に改めること。\n");
        let found = site.build();
        assert!(!found.is_empty() && found.iter().all(|found| found == code), "{what}: {found:?}");
        assert_eq!(site.files[LOCK], damaged, "{what}");
    }
}

#[test]
fn a_deleted_lock_is_an_error_until_its_addresses_are_given_up() {
    let mut site = built();
    site.files.remove(LOCK);
    assert_eq!(site.build(), ["lock-missing"]);
    let lock = read_list(&SourceFile::new(SITE_LOCK, site.files[SITE_LOCK].clone())).unwrap();
    site.files.insert(SITE_LOCK.into(), settle::give_up(&lock, &DocumentId("r8/a".into()), []).to_text());
    assert_eq!(site.build(), Vec::<String>::new());
    site.files.remove(SITE_LOCK);
    assert_eq!(site.build(), ["site-lock-missing"]);
}

#[test]
fn a_deleted_document_is_reported_until_it_is_retired() {
    let mut site = built();
    let lock = site.files[LOCK].clone();
    site.files.remove("content/r8/a.md");
    assert_eq!(site.build(), ["document-lost"]);
    site.files.insert("content/r8/a.md".into(), "no front matter\n".into());
    assert_eq!(site.build(), Vec::<String>::new(), "one that cannot be read is not lost");
    site.files.remove("content/r8/a.md");
    let known = read_list(&SourceFile::new(SITE_LOCK, site.files[SITE_LOCK].clone())).unwrap();
    let retired = settle::retire_document(&known, &DocumentId("r8/a".into()), None, Some("計画に統合"));
    site.files.insert(SITE_LOCK.into(), retired.to_text());
    assert_eq!(site.build(), Vec::<String>::new());
    let stones = &site.assigned.taken_down[&DocumentId("r8/a".into())];
    assert_eq!(stones.len(), 2);
    assert!(stones.iter().all(|stone| stone.reason.as_deref() == Some("計画に統合")));
    assert_eq!(site.files[LOCK], lock);
}

#[test]
fn a_renamed_document_keeps_its_addresses() {
    let mut site = built();
    let before = site.ids("r8/a");
    let lock = site.files.remove(LOCK).unwrap();
    site.files.remove("content/r8/a.md");
    site.write("r8/new", "2026-07-01", BODY);
    site.files.insert("content/r8/new.lock".into(), lock.clone());
    assert_eq!(site.build(), ["document-lost"], "one renamed file is one finding");
    site.write_with("r8/new", "status: published\nissued: 2026-07-01\naliases: [r8/a]", BODY);
    assert_eq!(site.build(), Vec::<String>::new());
    assert_eq!(site.ids("r8/new"), before);
    assert_eq!(site.assigned.renamed[&DocumentId("r8/a".into())], DocumentId("r8/new".into()));
    assert!(site.files["content/r8/new.lock"].starts_with(r#"{"hoshin":"addresses","version":1,"document":"r8/new"}"#));
    // Only the lock stayed under the old name.
    site.files.remove("content/r8/new.lock");
    site.files.insert(LOCK.into(), lock);
    assert_eq!(site.build(), ["lock-left-behind"]);
}

#[test]
fn former_names_lead_to_one_document() {
    let mut site = Site::new(&[("r8/b", "・乙の取組を進めること。\n")]);
    site.write_with("r8/a", "status: published\naliases: [r8/b]", BODY);
    assert_eq!(site.build(), ["alias-clash"]);
    let mut site = Site::new(&[]);
    site.write_with("r8/a", "status: published\naliases: [r8/a]", BODY);
    assert_eq!(site.build(), ["alias-clash"]);
}

#[test]
fn two_branches_that_add_clauses_merge() {
    let mut ours = Site::new(&[("r8/a", &format!("## 1 一\n\n{BODY}\n## 2 二\n\n・乙の取組を進めること。\n"))]);
    ours.build();
    let base = ours.files.clone();
    let mut theirs = Site { files: base.clone(), ..Site::default() };
    ours.files.insert(
        "content/r8/a.md".into(),
        base["content/r8/a.md"].replace("## 2", "・枝の一つ目で加えた条項とすること。\n\n## 2"),
    );
    theirs.files.insert(
        "content/r8/a.md".into(),
        format!("{}\n・枝の二つ目で加えた条項とすること。\n", base["content/r8/a.md"]),
    );
    assert!(ours.build().is_empty() && theirs.build().is_empty());
    let lines = |site: &Site| site.files[LOCK].lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    let (base_lines, our_lines, their_lines) =
        (base[LOCK].lines().map(str::to_owned).collect(), lines(&ours), lines(&theirs));
    // Neither branch has changed a line of the other.
    let added = |lines: &std::collections::BTreeSet<String>| lines.difference(&base_lines).cloned().collect::<Vec<_>>();
    assert_eq!((added(&our_lines).len(), added(&their_lines).len()), (2, 2), "a record and a roster");
    // The result of `merge=union` is read in either order.
    let mut merged = Site { files: ours.files.clone(), ..Site::default() };
    let text = with_line(&ours.files[LOCK], &added(&their_lines).join("\n"));
    merged.files.insert(LOCK.into(), text);
    merged.files.insert(
        "content/r8/a.md".into(),
        format!("{}\n・枝の二つ目で加えた条項とすること。\n", ours.files["content/r8/a.md"]),
    );
    assert_eq!(merged.build(), Vec::<String>::new());
    assert_eq!(merged.ids("r8/a")["s1-b3"], ours.ids("r8/a")["s1-b3"]);
    assert_eq!(merged.ids("r8/a")["s2-b2"], theirs.ids("r8/a")["s2-b2"]);
}

/// A published site after revisions: clauses were moved, split, renamed and removed.
fn with_a_past() -> Site {
    let mut site = Site::new(&[("r8/a", &format!("## 1 一\n\n{BODY}\n## 2 二\n\n・乙の取組を進めること。\n"))]);
    site.build();
    site.write("r8/a", "2026-07-01", &format!("## 1 一 {{#hajime}}\n\n・丙の取組も進めること。\n\n{BODY}"));
    assert_eq!(site.build(), Vec::<String>::new());
    site
}

/// Every permanent address of a page and the text it leads to.
fn leads(site: &Site) -> BTreeMap<String, String> {
    let body = site.body("r8/a");
    let mut leads = BTreeMap::new();
    body.each_clause(|clause| {
        let former = clause.former.iter().flat_map(|place| [place.fragment(), Fragment::from(&place.id)]);
        for address in former.chain([clause.permalink(), Fragment::from(&clause.id)]) {
            leads.insert(address.to_string(), hoshin::policy::plain_text(clause.text()));
        }
    });
    for gone in &body.addresses.tombstones {
        let former = gone.former.iter().map(hoshin::policy::FormerPosition::fragment);
        let addresses = gone.ids().map(Fragment::from).chain([gone.fragment()]).chain(former);
        leads.extend(addresses.map(|address| (address.to_string(), gone.text.to_string())));
    }
    leads
}

/// A text with damage of the kind that editors, merges and transfers cause.
fn damaged(good: &str, how: u8, at: usize, byte: u8) -> String {
    let mut bytes = good.as_bytes().to_vec();
    let mut lines: Vec<&str> = good.lines().collect();
    let (at, line) = (at % bytes.len(), at % lines.len());
    match how {
        0 => bytes[at] ^= byte.max(1),
        1 => bytes.truncate(at),
        2 => drop(bytes.remove(at)),
        3 => bytes.insert(at, byte),
        4 => lines.insert(line, lines[line]),
        5 => lines.insert(line, ["<<<<<<< HEAD", "=======", ">>>>>>> theirs"][at % 3]),
        6 => lines.swap(line, at % 3),
        _ => drop(lines.remove(line)),
    }
    if how < 4 { String::from_utf8_lossy(&bytes).into_owned() } else { lines.join("\n") + "\n" }
}

proptest! {
    /// Damage to a lock file is either reported and left alone, or changes nothing for readers. No address ever leads to
    /// another clause.
    #[test]
    fn no_damage_makes_an_address_lead_elsewhere(how in 0_u8..8, at in 0_usize..5_000, byte in any::<u8>()) {
        let mut site = with_a_past();
        let before = leads(&site);
        let damaged = damaged(&site.files[LOCK], how, at, byte);
        site.files.insert(LOCK.into(), damaged.clone());
        let found = site.run(Mode::Record);
        if codes(&found, Severity::Error).is_empty() {
            let after = leads(&site);
            for (address, text) in &before {
                prop_assert_eq!(after.get(address), Some(text), "{} after {}", address, damaged);
            }
        } else {
            prop_assert!(!site.assigned.changes.contains_key(LOCK));
        }
    }
}
