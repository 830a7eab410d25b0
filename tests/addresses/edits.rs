//! Edits as people make them, each with what is expected of it: which addresses stay, and what is asked or told.

use hoshin::address::Mode;
use hoshin::diagnostic::{Diagnostic, Severity};

use crate::site::Site;

const PARK: &str = "公園の遊具を毎月点検し、その結果を公表すること。";
const LIBRARY: &str = "図書館の開館時間を延ばし、働く人も使えるようにすること。";
const BUS: &str = "バス路線を見直し、通院の足を確保すること。";
const WATER: &str = "水道管の更新を前倒しし、断水を減らすこと。";

/// An edit of one document, with its expectation.
struct Edit {
    what: &'static str,
    before: String,
    after: String,
    /// The places before and after of each id that stays.
    kept: &'static str,
    /// The codes found about addresses, the severest first.
    found: &'static [&'static str],
}

/// The places of the ids that stay, and the findings of the second build.
fn run(before: &str, after: &str) -> (String, Vec<Diagnostic>) {
    let mut site = Site::new(&[("r8/a", before)]);
    assert_eq!(site.build(), Vec::<String>::new(), "{before}");
    let old = site.ids("r8/a");
    site.write("r8/a", "2026-07-01", after);
    let found = site.run(Mode::Record);
    let kept = old.iter().filter(|(_, id)| !id.is_empty());
    let kept = kept.filter_map(|(position, id)| Some(format!("{position}→{}", site.position("r8/a", id)?)));
    (kept.collect::<Vec<_>>().join(" "), found.iter().cloned().collect())
}

fn check(edits: &[Edit]) {
    let mut wrong = Vec::new();
    for Edit { what, before, after, kept, found } in edits {
        let (stays, told) = run(before, after);
        let mut codes: Vec<String> = told
            .iter()
            .filter(|finding| finding.code.id.starts_with("address-") && finding.code.id != "address-retargeted")
            .map(|finding| match (finding.severity, finding.code.id) {
                (Severity::Warning, code) => format!("{code}!"),
                (_, code) => code.to_owned(),
            })
            .collect();
        codes.sort();
        if stays != *kept || codes != *found {
            wrong.push(format!("{what}:\n  kept {stays}\n  not  {kept}\n  found {codes:?}\n  not   {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn list(items: &[&str]) -> String {
    items.iter().map(|item| format!("・{item}\n\n")).collect()
}

/// A clause before and after, and what is found. A finding with `!` is a warning.
struct Rewording(&'static str, &'static str, &'static str, &'static [&'static str]);

/// Checks edits of one clause beside another one.
fn reworded(edits: &[Rewording]) {
    let edit = |&Rewording(what, before, after, found): &Rewording| Edit {
        what,
        before: list(&[before, PARK]),
        after: list(&[after, PARK]),
        kept: "b1→b1 b2→b2",
        found,
    };
    check(&edits.iter().map(edit).collect::<Vec<_>>());
}

#[test]
fn a_small_change_of_a_telling_word_is_a_warning() {
    const WARNED: &[&str] = &["address-reworded!"];
    reworded(&[
        Rewording("another animal", "犬を飼う市民の相談に応じること。", "猫を飼う市民の相談に応じること。", WARNED),
        Rewording(
            "for and against",
            "計画に反対する人の意見も聴くこと。",
            "計画に賛成する人の意見も聴くこと。",
            WARNED,
        ),
        Rewording("more and less", "対象となる地域を拡大すること。", "対象となる地域を縮小すること。", WARNED),
        Rewording("another company", "窓口の業務をA社に委託すること。", "窓口の業務をB社に委託すること。", WARNED),
        Rewording("another number", "定員は30人以下とすること。", "定員は50人以下とすること。", WARNED),
        Rewording("a number in kanji", "定員は三十人以下とすること。", "定員は五十人以下とすること。", WARNED),
        Rewording(
            "not",
            "審議会の会議の記録は、会議の後に公開すること。",
            "審議会の会議の記録は、会議の後に公開しないこと。",
            WARNED,
        ),
        Rewording(
            "a limit turned round",
            "床面積が百平方メートル以上の建物",
            "床面積が百平方メートル以下の建物",
            WARNED,
        ),
    ]);
}

#[test]
fn other_words_for_the_same_are_told_without_a_warning() {
    const TOLD: &[&str] = &["address-reworded"];
    reworded(&[
        Rewording(
            "one word more",
            "市民の声を聴き、施策を見直すこと。",
            "市民の声を丁寧に聴き、施策を見直すこと。",
            TOLD,
        ),
        Rewording("another ending", "市民の声を聴き、施策を見直すこと。", "市民の声を聴き、施策を見直します。", TOLD),
        Rewording("width and spaces", "令和８年度 の取組を進めること。", "令和8年度の取組を進めること。", &[]),
        Rewording("emphasis", "市民の声を聴き、施策を見直すこと。", "**市民の声**を聴き、施策を見直すこと。", &[]),
    ]);
}

#[test]
fn the_words_of_a_clause_decide_and_not_those_below_it() {
    let below = format!("  - {PARK}\n  - {LIBRARY}\n");
    check(&[
        Edit {
            what: "a bullet between a clause and those below it",
            before: format!("- {WATER}\n{below}"),
            after: format!("- {WATER}\n- {BUS}\n{below}"),
            kept: "b1→b1 b1-b1→b2-b1 b1-b2→b2-b2",
            found: &[],
        },
        Edit {
            what: "the same, and the clause itself is reworded",
            before: format!("- {WATER}\n{below}"),
            after: format!("- 水道管の更新を早め、断水を減らすこと。\n- {BUS}\n{below}"),
            kept: "b1→b1 b1-b1→b2-b1 b1-b2→b2-b2",
            found: &["address-reworded"],
        },
        Edit {
            what: "another clause above the same",
            before: format!("- {WATER}\n{below}"),
            after: format!("- {BUS}\n{below}"),
            kept: "b1-b1→b1-b1 b1-b2→b1-b2",
            found: &["address-withdrawn"],
        },
        Edit {
            what: "another section heading over the same",
            before: format!("## 1 情報発信\n\n{}", list(&[PARK, LIBRARY])),
            after: format!("## 1 広報と広聴\n\n{}", list(&[PARK, LIBRARY])),
            kept: "s1→s1 s1-b1→s1-b1 s1-b2→s1-b2",
            found: &["address-reworded"],
        },
        Edit {
            what: "another heading of items over the same",
            before: format!("(1) 情報発信\n\n{}", list(&[PARK, LIBRARY])),
            after: format!("(1) 広報と広聴\n\n{}", list(&[PARK, LIBRARY])),
            kept: "s1→s1 s1-b1→s1-b1 s1-b2→s1-b2",
            found: &["address-reworded"],
        },
        Edit {
            what: "two headings change places and keep what is below",
            before: format!("## 1 暮らし\n\n{}## 2 交通\n\n{}", list(&[PARK]), list(&[BUS])),
            after: format!("## 1 交通\n\n{}## 2 暮らし\n\n{}", list(&[BUS]), list(&[PARK])),
            kept: "s1→s2 s1-b1→s2-b1 s2→s1 s2-b1→s1-b1",
            found: &[],
        },
        Edit {
            what: "a clause with others below it is taken out with them",
            before: format!("- {WATER}\n{below}- {BUS}\n"),
            after: format!("- {BUS}\n"),
            kept: "b2→b1",
            found: &["address-withdrawn", "address-withdrawn", "address-withdrawn"],
        },
    ]);
}

#[test]
fn equal_clauses_whose_number_has_changed_raise_one_question() {
    let same = |count| list(&vec!["同上"; count]);
    let edit = |what, before: usize, after: usize, found| Edit {
        what,
        before: same(before),
        after: same(after),
        kept: "",
        found,
    };
    const ASKED: &[&str] = &["address-number-unclear"];
    check(&[
        edit("one of a hundred is gone", 100, 99, ASKED),
        edit("one more than a hundred", 100, 101, ASKED),
        edit("three of five are gone", 5, 2, ASKED),
        Edit {
            what: "equal ones between others are told apart",
            before: list(&["同上", PARK, "同上", BUS]),
            after: list(&["同上", PARK, BUS]),
            kept: "b1→b1 b2→b2 b4→b3",
            found: &["address-withdrawn"],
        },
    ]);
}

/// An edit of one list, with the ids that stay and what is found.
struct ListEdit<'a>(&'static str, &'a [&'a str], &'a [&'a str], &'static str, &'static [&'static str]);

fn lists(edits: &[ListEdit<'_>]) {
    let edit = |&ListEdit(what, before, after, kept, found): &ListEdit<'_>| Edit {
        what,
        before: list(before),
        after: list(after),
        kept,
        found,
    };
    check(&edits.iter().map(edit).collect::<Vec<_>>());
}

#[test]
fn a_text_that_was_split_or_merged_raises_one_question() {
    const ASKED: &[&str] = &["address-unclear"];
    let (two, long) = (format!("{PARK}{BUS}"), format!("{PARK}{WATER}"));
    let (three, halves) = (format!("{long}{BUS}"), format!("{PARK}{LIBRARY}"));
    lists(&[
        ListEdit("two that became one", &[PARK, BUS], &[&two], "", ASKED),
        ListEdit("two that became one, the second short", &[&long, BUS], &[&three], "", ASKED),
        ListEdit("one that became two", &[&two], &[PARK, BUS], "", ASKED),
        ListEdit("one that became two, the second short", &[&three], &[&long, BUS], "", ASKED),
        ListEdit("one that became three", &[&three, LIBRARY], &[PARK, WATER, BUS, LIBRARY], "b2→b4", ASKED),
        ListEdit("nothing alike", &[PARK, BUS], &[LIBRARY, WATER], "", &["address-withdrawn", "address-withdrawn"]),
        ListEdit(
            "split beside others that stay",
            &[LIBRARY, &two, WATER],
            &[LIBRARY, PARK, BUS, WATER],
            "b1→b1 b3→b4",
            ASKED,
        ),
        ListEdit(
            "two splits",
            &[&two, &halves],
            &[PARK, BUS, PARK, LIBRARY],
            "",
            &["address-unclear", "address-unclear"],
        ),
    ]);
}

#[test]
fn lists_that_are_put_in_order_again_keep_their_addresses() {
    lists(&[
        ListEdit("turned round", &[PARK, BUS, WATER], &[WATER, BUS, PARK], "b1→b3 b2→b2 b3→b1", &[]),
        ListEdit("one at the top", &[PARK, BUS], &[WATER, PARK, BUS], "b1→b2 b2→b3", &[]),
        ListEdit("one taken out", &[PARK, WATER, BUS], &[PARK, BUS], "b1→b1 b3→b2", &["address-withdrawn"]),
    ]);
}

#[test]
fn an_empty_bullet_has_no_address() {
    let mut site = Site::new(&[("r8/a", &format!("- {PARK}\n-\n- {BUS}\n"))]);
    assert_eq!(site.build(), Vec::<String>::new());
    let ids = site.ids("r8/a");
    assert_eq!(ids.values().filter(|id| id.is_empty()).count(), 1, "{ids:?}");
    assert!(ids["b2"].is_empty() && !ids["b3"].is_empty(), "{ids:?}");
    assert_eq!(site.assigned.changes["content/r8/a.lock"].matches("\"state\"").count(), 2);
    assert_eq!(site.build(), Vec::<String>::new());
    assert!(site.assigned.changes.is_empty(), "the next build changes nothing");
}

/// Builds each text in turn. Returns the place of each id of the first text after the last one.
fn through(texts: &[&str]) -> String {
    let mut site = Site::new(&[("r8/a", texts[0])]);
    site.build();
    let old = site.ids("r8/a");
    for (version, text) in texts[1..].iter().enumerate() {
        site.write("r8/a", &format!("2026-0{}-01", version + 5), text);
        assert_eq!(site.build(), Vec::<String>::new(), "{text}");
    }
    let kept = old.iter().filter_map(|(position, id)| Some(format!("{position}→{}", site.position("r8/a", id)?)));
    kept.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_clause_that_is_put_back_word_for_word_gets_its_address_back() {
    for (texts, expected) in [
        ([list(&[PARK, BUS]), list(&[BUS]), list(&[PARK, BUS])], "b1→b1 b2→b2"),
        ([list(&[PARK, BUS]), list(&[BUS]), list(&[BUS, PARK])], "b1→b2 b2→b1"),
        // A short text at another place may be another clause.
        ([list(&["同上", BUS]), list(&[BUS]), list(&[BUS, "同上"])], "b2→b1"),
        ([list(&["同上", BUS]), list(&[BUS]), list(&["同上", BUS])], "b1→b1 b2→b2"),
        ([list(&[PARK, BUS]), list(&[BUS]), list(&[WATER, BUS])], "b2→b2"),
    ] {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        assert_eq!(through(&texts), expected, "{texts:?}");
    }
}
