//! Small revisions, each for one rule.

use hoshin::diagnostic::Severity;

use crate::site::{Site, codes};

const LONG: &str = "市民の声を丁寧に聴き、施策の優先順位を毎年度見直すこと。";
const OTHER: &str = "公共施設の更新費用を平準化し、将来世代の負担を軽くすること。";

/// Builds two versions of a document. Also returns the moves of ids as `before→after`, and the codes found.
fn through(before: &str, after: &str) -> (Site, String, Vec<String>) {
    let mut site = Site::new(&[("r8/a", before)]);
    assert_eq!(site.build(), Vec::<String>::new());
    let old = site.ids("r8/a");
    site.write("r8/a", "2026-07-01", after);
    let found = site.build();
    let kept = old.iter().filter_map(|(position, id)| Some(format!("{position}→{}", site.position("r8/a", id)?)));
    let kept = kept.collect::<Vec<_>>().join(" ");
    (site, kept, found)
}

#[test]
fn clauses_keep_their_ids_through_these_revisions() {
    for (what, before, after, expected) in [
        ("moved to another section", format!("## 1 一\n\n・{LONG}\n\n・甲\n\n## 2 二\n\n・乙\n"), format!("## 1 一\n\n・甲\n\n## 2 二\n\n・乙\n\n・{LONG}\n"), "s1→s1 s1-b1→s2-b2 s1-b2→s1-b1 s2→s2 s2-b1→s2-b1"),
        ("a heading that occurs twice stays with what is under it", format!("## 目的\n\n{LONG}\n\n## 目的\n\n{OTHER}\n"), format!("## 目的\n\n{OTHER}\n\n## 目的\n\n{LONG}\n"), "h1→h2 h1-p1→h2-p1 h2→h1 h2-p1→h1-p1"),
        ("a reworded heading keeps its section", format!("## 1 情報発信\n\n・{LONG}\n\n・{OTHER}\n"), format!("## 1 広報と広聴\n\n・{LONG}\n\n・{OTHER}\n"), "s1→s1 s1-b1→s1-b1 s1-b2→s1-b2"),
        ("width and spaces do not matter", "・令和８年度 の取組を進めること。\n".into(), "・令和8年度の取組を進めること。\n".into(), "b1→b1"),
        ("a bullet that gets a number", format!("・{LONG}\n"), format!("(1) {LONG}\n"), "b1→s1"),
        ("table rows", "| 年 | 値 |\n|---|---|\n| 令和7年度 | 百件の受付 |\n| 令和8年度 | 二百件の受付 |\n".into(), "| 年 | 値 |\n|---|---|\n| 令和6年度 | 五十件の受付 |\n| 令和7年度 | 百件の受付 |\n| 令和8年度 | 二百件の受付 |\n".into(), "t1r1→t1r2 t1r2→t1r3"),
        ("identical boilerplate between the same neighbours", format!("・甲の件\n\n・{LONG}\n\n・乙の件\n\n・{LONG}\n"), format!("・乙の件\n\n・{LONG}\n"), "b3→b1 b4→b2"),
        ("another text is another clause", format!("・{LONG}\n"), format!("・{OTHER}\n"), ""),
        ("annexes", format!("本文\n\n別紙１\n\n(1) {LONG}\n\n別紙２\n\n(1) {OTHER}\n"), format!("本文\n\n別紙１\n\n(1) {OTHER}\n\n別紙２\n\n(1) {LONG}\n"), "a1-1→a2-1 a2-1→a1-1 p1→p1"),
    ] {
        let (_, kept, found) = through(&before, &after);
        assert_eq!(found, Vec::<String>::new(), "{what}");
        assert_eq!(kept, expected, "{what}");
    }
}

#[test]
fn ambiguous_revisions_are_asked_about() {
    let half = "市民の声を丁寧に聴き、";
    for (what, before, after) in [
        ("half of it is new", format!("・{LONG}\n"), format!("・{half}窓口の待ち時間を半分にすること。\n")),
        ("split into two", format!("・{LONG}{OTHER}\n"), format!("・{LONG}\n\n・{OTHER}\n")),
        ("two merged", format!("・{LONG}\n\n・{OTHER}\n"), format!("・{LONG}{OTHER}\n")),
        ("one of two copies is gone", format!("・{LONG}\n\n・{LONG}\n"), format!("・{LONG}\n")),
        ("a copy is new", format!("・{LONG}\n"), format!("・{LONG}\n\n・{LONG}\n")),
        (
            "moved and reworded at once",
            format!("## 1 一\n\n・{LONG}\n\n## 2 二\n\n・乙\n"),
            format!("## 1 一\n\n・丙\n\n## 2 二\n\n・乙\n\n・{LONG}なお\n"),
        ),
    ] {
        let (site, _, found) = through(&before, &after);
        let is_question = |code: &String| code == "address-unclear" || code == "address-number-unclear";
        assert!(found.len() == 1 && found.iter().all(is_question), "{what}: {found:?}");
        assert!(!site.assigned.changes.contains_key("content/r8/a.lock"), "{what}: nothing is recorded");
    }
}

#[test]
fn the_question_shows_both_texts_and_a_command_for_each_answer() {
    let mut site = Site::new(&[("r8/a", &format!("・{LONG}{OTHER}\n"))]);
    site.build();
    let id = site.ids("r8/a")["b1"].clone();
    site.write("r8/a", "2026-07-01", &format!("・{LONG}\n\n・{OTHER}\n"));
    let found = site.run(hoshin::address::Mode::Record);
    let question = found.iter().find(|finding| finding.code.id == "address-unclear").unwrap();
    for text in [LONG, OTHER] {
        assert_eq!(question.text.ja.matches(text).count(), 2, "{}", question.text.ja);
    }
    for command in ["same ID r8/a#b1", "same ID r8/a#b2", "split ID r8/a#b1 r8/a#b2", "retire ID"] {
        let command = format!("hoshin anchor {}", command.replace("ID", id.as_str()));
        assert!(question.help.ja.contains(&command), "{command} is not in {}", question.help.ja);
    }
}

#[test]
fn an_authored_id_wins_and_the_former_one_keeps_working() {
    let (site, _, found) = through(&format!("・{LONG}\n"), &format!("・{LONG}別の文に改める。 {{#koe}}\n"));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(site.ids("r8/a")["b1"], "koe");
    let mut former = Vec::new();
    site.body("r8/a").each_clause(|clause| former.extend(clause.former.iter().map(|place| place.id.clone())));
    assert_eq!(former.len(), 1);
    assert_ne!(former[0], "koe");
    // By keeping the id, the author says that a wholly new text is the same clause.
    let (site, kept, _) = through(&format!("・{LONG} {{#koe}}\n"), &format!("・{OTHER} {{#koe}}\n"));
    assert_eq!((kept.as_str(), site.ids("r8/a")["b1"].as_str()), ("b1→b1", "koe"));
    // Unless the clause that had it is still there.
    let (_, _, found) = through(&format!("・{LONG} {{#koe}}\n"), &format!("・{LONG}\n\n・{OTHER} {{#koe}}\n"));
    assert_eq!(found, ["address-clash"]);
}

#[test]
fn ids_that_cannot_be_used_are_reported() {
    for (body, code) in [
        ("## 1 一 {#Koe}\n", "address-form"),
        ("## 1 一 {#s5-1}\n", "address-reserved"),
        ("## 1 一 {#main}\n", "address-reserved"),
        ("## 1 一 {#koe}\n\n## 2 二 {#koe}\n", "address-clash"),
    ] {
        assert_eq!(Site::new(&[("r8/a", body)]).build(), [code], "{body}");
    }
    assert_eq!(Site::new(&[("r8/a", "## 1 一 {#koe}\n"), ("r8/b", "## 1 一 {#koe}\n")]).build(), ["address-clash"]);
    let (_, _, found) = through(&format!("・{LONG} {{#koe}}\n\n・甲\n"), "・甲\n");
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_id_of_a_clause_that_is_gone_is_not_given_to_another() {
    let (mut site, ..) = through(&format!("・{LONG} {{#koe}}\n\n・甲\n"), "・甲\n");
    site.write("r8/a", "2026-10-01", &format!("・甲\n\n・{OTHER} {{#koe}}\n"));
    assert_eq!(site.build(), ["address-clash"]);
}

#[test]
fn a_move_to_another_document_is_asked_about() {
    let mut site = Site::new(&[("r8/a", &format!("・{LONG}\n\n・甲\n")), ("r8/b", "・乙\n")]);
    site.build();
    let id = site.ids("r8/a")["b1"].clone();
    site.write("r8/a", "2026-07-01", "・甲\n");
    site.write("r8/b", "2026-07-01", &format!("・乙\n\n・{LONG}\n"));
    let found = site.run(hoshin::address::Mode::Record);
    assert_eq!(codes(&found, Severity::Error), ["address-moved-away"]);
    let help = &found.iter().find(|finding| finding.severity == Severity::Error).unwrap().help.ja;
    assert!(help.contains(&format!("hoshin anchor move {id} r8/b#b2")), "{help}");
    assert!(site.assigned.changes.is_empty(), "{:?}", site.assigned.changes.keys());
    // The same text in two documents from the start is no move.
    let mut copies = Site::new(&[("r8/a", &format!("・{LONG}\n")), ("r8/b", &format!("・{LONG}\n"))]);
    assert_eq!(copies.build(), Vec::<String>::new());
}

#[test]
fn drafts_are_not_recorded() {
    let mut site = Site::new(&[]);
    site.write_with("r8/a", "status: draft", &format!("・{LONG}\n"));
    assert_eq!(site.build(), Vec::<String>::new());
    assert!(site.assigned.changes.is_empty());
    assert_eq!(site.ids("r8/a")["b1"], "");
}

#[test]
fn repeated_headings_keep_their_ids_by_the_text_below_them() {
    let section = |number: usize| {
        format!(
            "## {number} 事業{number}\n\n### 目的\n\n・第{number}の事業は、{}を目指すこと。\n\n",
            "市民".repeat(1 + number % 7)
        )
    };
    let sections = |numbers: &[usize]| numbers.iter().map(|&number| section(number)).collect::<String>();
    let before: Vec<usize> = (1..=70).collect();
    let mut site = Site::new(&[("r8/a", &sections(&before)), ("r8/b", &sections(&before))]);
    assert_eq!(site.build(), Vec::<String>::new());
    let (old, other) = (site.ids("r8/a"), site.ids("r8/b"));
    // One section is removed, one is moved to the end, one is new at the top.
    let mut after: Vec<usize> = before.iter().copied().filter(|number| ![7, 31].contains(number)).collect();
    after.push(31);
    site.write("r8/a", "2026-07-01", &format!("## 71 新しい事業\n\n### 目的\n\n・{LONG}\n\n{}", sections(&after)));
    assert_eq!(site.build(), Vec::<String>::new());
    let new = site.ids("r8/a");
    for number in before {
        for below in ["", "-h1", "-h1-b1"] {
            let position = format!("s{number}{below}");
            let now = new.get(&position);
            assert_eq!(now, old.get(&position).filter(|_| number != 7), "{position}");
        }
    }
    assert!(old.values().all(|id| new["s71-h1"] != *id), "a new heading has a new id");
    assert_eq!(site.ids("r8/b"), other, "the other document keeps its ids");
}

#[test]
fn a_published_document_that_is_postponed_is_reported_and_keeps_its_addresses() {
    let mut site = Site::new(&[("r8/a", &format!("・{LONG}\n"))]);
    site.build();
    let ids = site.ids("r8/a");
    for front in ["status: draft", "status: approved", "status: published\npublish_at: 9998-01-01"] {
        site.write_with("r8/a", &format!("{front}\nissued: 2026-04-01"), &format!("・{OTHER}\n"));
        let found = site.run_at(hoshin::address::Mode::Record, "2026-07-01T00:00:00Z".parse().unwrap());
        assert_eq!(codes(&found, Severity::Warning), ["document-unpublished"], "{front}");
        assert!(site.assigned.changes.is_empty(), "{front}");
    }
    site.write("r8/a", "2026-04-01", &format!("・{LONG}\n"));
    assert_eq!(site.build(), Vec::<String>::new());
    assert_eq!(site.ids("r8/a"), ids);
}
