//! The output for programs, and colours.

use super::one;
use crate::kit::{Site, document};

fn broken_site() -> Site {
    one().file("content/r8/b.md", document("status: pubished", "本文\n"))
}

#[test]
fn json_is_all_of_standard_output() {
    let output = broken_site().run("build --format json --lang en");
    assert_eq!((output.code, output.err.as_str()), (1, ""));
    let json = output.json();
    assert_eq!((&json["tool"], &json["schema"], &json["exit"]), (&"hoshin".into(), &1.into(), &1.into()));
    assert_eq!(json["summary"]["errors"], 1);
    assert_eq!(json["output"]["published"], false);
    let finding = &json["findings"][0];
    assert_eq!((&finding["code"], &finding["path"]), (&"bad-status".into(), &"content/r8/b.md".into()));
    assert_eq!(finding["start"]["line"], 5);
    assert_eq!(finding["excerpt"], "pubished");
    let fates: Vec<_> = json["sources"].as_array().expect("a list").iter().map(|file| &file["fate"]).collect();
    assert_eq!(fates, ["public", "broken", "data"]);
}

#[test]
fn a_failure_is_reported_as_json_too() {
    let output = Site::empty().run("check --format json");
    let json = output.json();
    assert_eq!((output.code, &json["exit"]), (2, &2.into()));
    assert_eq!(json["findings"][0]["code"], "content-missing");
}

#[test]
fn sarif_has_the_required_fields() {
    let output = broken_site().run("check --format sarif");
    let log = output.json();
    assert_eq!((&log["version"], output.err.as_str()), (&"2.1.0".into(), ""));
    let run = &log["runs"][0];
    let (rules, results) = (&run["tool"]["driver"]["rules"], run["results"].as_array().expect("a list"));
    assert_eq!(results.len(), 1);
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("a small one");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 5);
    }
}

#[test]
fn colours_are_used_when_asked_for() {
    assert!(!broken_site().run("check").err.contains('\u{1b}'));
    assert!(broken_site().run("check --color always").err.contains('\u{1b}'));
    assert!(!Site::empty().run("--color always").out.is_empty());
}

/// A clause, and a post that drops the 「まで」 of its date. That is a warning and no error.
fn with_a_doubtful_post() -> Site {
    let body = "## 1 子育て\n\n(1) 保育所の待機児童を令和9年4月1日までにおおむね50人以下とするよう努めること。\n";
    let post = "clauses:\n  s1-1:\n    sns:\n      x: |\n        保育所の待機児童を、令和9年4月1日におおむね50人以下とするよう努めます。\n";
    Site::new()
        .file("content/r8/a.md", document("status: published", body))
        .file("content/r8/a.yaml", post)
        .file("content/r8/b.md", document("status: published", "## 1 子育て\n\n(1) 保育所の待機児童を減らすこと。\n"))
}

fn codes_in(json: &serde_json::Value) -> Vec<&str> {
    let findings = json["findings"].as_array().expect("a list of findings");
    findings.iter().map(|finding| finding["code"].as_str().expect("a code")).collect()
}

#[test]
fn warnings_of_posts_are_in_the_json() {
    let site = with_a_doubtful_post();
    assert!(site.run("snippet check r8/a#s1-1 --channel x").codes().contains(&"post-bound-lost"));
    for command in ["check", "list", "show", "export --out posts"] {
        let (command, clause) = command.split_once(' ').unwrap_or((command, ""));
        let output = site.run(&format!("snippet {command} r8/a#s1-1 --channel x --format json {clause}"));
        let json = output.json();
        assert_eq!((output.code, output.err.as_str()), (0, ""), "{command}");
        assert!(codes_in(&json).contains(&"post-bound-lost"), "{command}: {json}");
        assert_eq!((&json["exit"], &json["summary"]["warnings"]), (&0.into(), &1.into()), "{command}");
        let _ = std::fs::remove_dir_all(site.path("posts"));
        let output = site.run(&format!("snippet {command} r8/a#s1-1 --channel x --format sarif {clause}"));
        let results = output.json()["runs"][0]["results"].as_array().expect("a list").clone();
        assert!(results.iter().any(|result| result["ruleId"] == "post-bound-lost"), "{command}: {results:?}");
        assert_eq!(output.err, "", "{command}");
        let _ = std::fs::remove_dir_all(site.path("posts"));
    }
}

#[test]
fn every_command_prints_one_document_without_findings_too() {
    let site = with_a_doubtful_post().file("content/r8/c.md", document("status: published", OBJECTIVE));
    assert_eq!(site.run("build").code, 0);
    assert_eq!(site.run("objective export r8/c --csv same.csv").code, 0);
    site.write("other.csv", site.read("same.csv").replace(",10,", ",20,"));
    let id = site.run("cite r8/a#s1-1 --format json").json()["id"].as_str().expect("an id").to_owned();
    for (command, field) in [
        ("snippet check r8/b#s1-1 --channel x", "posts"),
        ("snippet list r8/b#s1-1 --channel x", "clauses"),
        ("snippet show r8/b#s1-1 --channel x", "clauses"),
        ("snippet export r8/b#s1-1 --channel x --out posts", "written"),
        ("snippet approve r8/b#s1-1 --channel x --by 課長", "path"),
        ("objective export --csv t.csv", "rows"),
        ("objective import other.csv", "changes"),
        ("objective import other.csv --write", "written"),
        ("objective import same.csv --write", "deleted"),
        ("cite r8/a#s1-1", "link"),
        ("trace", "edges"),
        ("trace suggest r8/a r8/b", "suggestions"),
        ("anchor list", "documents"),
        ("anchor list r8/a", "clauses"),
        (&format!("anchor show {id}"), "position"),
        (&format!("anchor retire {id}"), "changes"),
        ("check", "sources"),
        ("build", "output"),
        ("new r9/c --kind 計画", "path"),
        ("init fresh", "written"),
    ] {
        for format in ["json", "sarif"] {
            let output = site.run(&format!("{command} --format {format}"));
            let json = output.json();
            assert_eq!((output.code, output.err.as_str()), (0, ""), "{command} {format}");
            let is_complete = match format {
                "json" => json["findings"].is_array() && json["tool"] == "hoshin" && !json[field].is_null(),
                _ => json["version"] == "2.1.0" && json["runs"][0]["results"].is_array(),
            };
            assert!(is_complete, "{command} {format}: {json}");
            for made in ["content/r9/c.md", "t.csv"] {
                let _ = std::fs::remove_file(site.path(made));
            }
            for made in ["fresh", "posts"] {
                let _ = std::fs::remove_dir_all(site.path(made));
            }
        }
    }
}

const OBJECTIVE: &str = "## 1 広報\n\n```objective\nindicators:\n  - name: 回数\n    unit: 回\n    direction: up\n    actuals:\n      - {value: 10, on: 2026-03-31}\n```\n";

#[test]
fn warnings_of_a_table_are_in_the_json() {
    let site = Site::new().file("content/r8/c.md", document("status: published", OBJECTIVE));
    assert_eq!(site.run("objective export --csv t.csv").code, 0);
    site.write("t.csv", site.read("t.csv").replace("2026-03-31,", "2026-03-31,①速報"));
    for command in ["objective import t.csv", "objective import t.csv --write"] {
        let (json, sarif) = (
            site.run(&format!("{command} --format json")).json(),
            site.run(&format!("{command} --format sarif")).json(),
        );
        assert_eq!(codes_in(&json), ["ledger-platform-character"], "{command}");
        assert_eq!((&json["exit"], &json["summary"]["warnings"]), (&0.into(), &1.into()), "{command}");
        assert_eq!(json["files"].as_array().expect("a list").len(), 1, "{command}");
        let results = sarif["runs"][0]["results"].as_array().expect("a list");
        assert_eq!(results.len(), 1, "{command}: {sarif}");
        assert_eq!(results[0]["ruleId"], "ledger-platform-character", "{command}");
        site.write("content/r8/c.md", document("status: published", OBJECTIVE));
    }
}

#[test]
fn the_findings_that_refuse_a_command_are_in_the_json() {
    let site = with_a_doubtful_post();
    for (command, code) in [
        ("cite r8/nothing#s1", "citation-not-found"),
        ("snippet check r8/nothing#s1", "citation-not-found"),
        ("anchor show zzzzz", "citation-not-found"),
        ("trace suggest r8/nothing r8/a", "unknown-upper"),
    ] {
        let output = site.run(&format!("{command} --format json"));
        assert_eq!((output.code, output.err.as_str()), (1, ""), "{command}");
        assert_eq!(codes_in(&output.json()), [code], "{command}");
    }
}
