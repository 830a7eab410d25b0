//! Pages of objectives and the cascade depend on other documents. After a change of one of these, the preview has the bytes
//! of a fresh build.

use hoshin::artifact::Artifacts;
use hoshin::diagnostic::{Diagnostics, Severity};
use hoshin::pipeline::{self, Unobserved};
use hoshin::preview::{Session, Settings};

use crate::kit::{SITE, titled};
use crate::same::{Edit, Files, NOW, all, apply, options, tree};

const UNITS: &str = "organizations:\n- {id: ka, name: 課}\n";

type Step = (&'static str, Edit);

/// Settings that allow pages with loose ends.
fn lenient() -> String {
    let codes = [
        "dead-link",
        "unknown-upper-clause",
        "ground-not-shared",
        "cascade-loop",
        "unknown-progress-word",
        "unknown-organization",
    ];
    format!("{SITE}severities: {{{}}}\n", codes.map(|code| format!("{code}: warning")).join(", "))
}

/// The upper clause.
fn above() -> String {
    titled("方針", "status: published", "# 方針\n\n# 1 見出し\n\n(1) 市民の声を広く聴くこと。\n")
}

/// The objective.
fn below() -> String {
    let objective = "```objective\nindicator: 数\nowner: ka\nstatus: 順調\ndue: 1970-01-10\n```\n";
    let text = format!("# 別の指針\n\n# 1 市民の声の目標\n\n{objective}\n[道](/trace/r8/b/)\n\n# 2 計画\n");
    titled("別の指針", "status: published\nissued: 2026-04-01\norganization: ka", &text)
}

fn write(path: &str, text: &str) -> Edit {
    Edit::Write(path.to_owned(), text.to_owned())
}

/// Changes of the city's words and of the day.
fn words_and_days() -> Vec<Step> {
    let statuses =
        |means: &str| format!("{}statuses:\n- {{code: A, label: 順調, shape: disc, means: {means}}}\n", lenient());
    let elsewhere = format!("{}time_zone: America/Los_Angeles\n", statuses("late"));
    vec![
        ("the words of the city", write("content/site.yaml", &statuses("under-way"))),
        ("a day is over", Edit::Wait(10)),
        ("the day before", Edit::Wait(9)),
        ("the day after", Edit::Wait(10)),
        ("what a word means", write("content/site.yaml", &statuses("achieved"))),
        ("what it meant", write("content/site.yaml", &statuses("late"))),
        ("another time zone", write("content/site.yaml", &elsewhere)),
    ]
}

/// Changes of the upper clause, while the lower document stays the same.
fn cascade() -> Vec<Step> {
    let path = "content/r8/a.md";
    // The second edge keeps both documents in the cascade when the first leads nowhere.
    let implements = |clause: &str| {
        format!(
            "clauses:\n  s1: {{implements: {{clause: {clause}, ground: 市民の声}}}}\n  s2: {{implements: r8/a#s1}}\n"
        )
    };
    let changed = |from: &str, to: &str| write(path, &above().replace(from, to));
    vec![
        ("the chain", write("content/r8/b.yaml", &implements("r8/a#s1-1"))),
        ("the clause above is reworded", changed("市民の声", "皆の声")),
        ("the clause above is gone", changed("(1) ", "(2) ")),
        ("the document above is a draft", changed("published", "draft")),
        ("the document above is broken", write(path, "壊れた文書")),
        ("the document above is back", write(path, &above())),
        ("all is recorded", Edit::Record),
        ("the clause above is withdrawn", changed("(1) 市民の声を広く聴くこと。", "別の文です。")),
        ("the document above has a name", changed("見出し", "見出し {#kami}")),
        ("it is named by it", write("content/r8/b.yaml", &implements("kami"))),
        ("a circle", write("content/r8/a.yaml", "clauses:\n  s1: {implements: r8/b#s1}\n")),
        ("no circle", Edit::Remove("content/r8/a.yaml".to_owned())),
    ]
}

/// Changes of the departments, and the removal of the cascade and of the objective.
fn units_and_the_end() -> Vec<Step> {
    let path = "content/organizations.yaml";
    let bare = titled("別の指針", "status: published", "# 別の指針\n\n# 1 市民の声の目標\n");
    vec![
        ("the unit has ended", write(path, &UNITS.replace("課}", "課, until: 2020-03-31}"))),
        ("the unit is not there", write(path, &UNITS.replace("ka", "ta"))),
        ("no unit can be read", write(path, "organizations: [")),
        ("the units are back", write(path, UNITS)),
        ("an example", write("content/r8/b.md", &below().replace("issued", "example: true\nissued"))),
        ("no chain", Edit::Remove("content/r8/b.yaml".to_owned())),
        ("not applicable", write("content/r8/c.yaml", "not_applicable:\n- {clause: r8/a#s1-1, reason: 所管外}\n")),
        ("no objective", write("content/r8/b.md", &bare)),
    ]
}

#[test]
fn objectives_and_the_cascade_follow_every_change() {
    let other =
        titled("他の指針", "status: published", "# 他の指針\n\n[目標](/objectives/)と[道](/trace/r8/b/)を見る。\n");
    let mut files: Files = [
        ("content/site.yaml", lenient()),
        ("content/organizations.yaml", UNITS.to_owned()),
        ("content/r8/a.md", above()),
        ("content/r8/b.md", below()),
        ("content/r8/c.md", other),
    ]
    .map(|(path, text)| (path.to_owned(), text.as_bytes().into()))
    .into();
    let mut session = Session::new(Settings { now: None, fails_from: Severity::Error });
    let mut now = NOW;
    let mut before = session.step(&tree(&files), &Diagnostics::default(), now);
    for (why, edit) in [words_and_days(), cascade(), units_and_the_end()].into_iter().flatten() {
        let is_record = matches!(edit, Edit::Record);
        apply(&mut files, &mut now, edit);
        let shown = session.step(&tree(&files), &Diagnostics::default(), now);
        let fresh = pipeline::run(tree(&files), Diagnostics::default(), &options(now), &Unobserved);
        assert_eq!(shown.survey.diagnostics, fresh.diagnostics, "{why}");
        assert_eq!(shown.is_good, fresh.artifacts.is_some(), "{why}");
        for (path, bytes) in fresh.artifacts.iter().flat_map(Artifacts::iter) {
            assert_eq!(shown.file(path).as_deref(), Some(&*bytes), "{why}: {path}");
        }
        let is_seen = is_record
            || shown.survey.diagnostics != before.survey.diagnostics
            || shown.whole().as_deref().map(all) != before.whole().as_deref().map(all);
        assert!(is_seen, "{why}: nothing has changed");
        before = shown;
    }
}
