//! The forms for programs, and colours.

use super::one;
use crate::kit::{Site, document};

fn broken() -> Site {
    one().file("content/r8/b.md", document("status: pubished", "本文\n"))
}

#[test]
fn json_goes_to_standard_output_and_is_all_there_is() {
    let output = broken().run("build --format json --lang en");
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
fn a_command_that_cannot_run_says_so_in_json_too() {
    let output = Site::empty().run("check --format json");
    let json = output.json();
    assert_eq!((output.code, &json["exit"]), (2, &2.into()));
    assert_eq!(json["findings"][0]["code"], "content-missing");
}

#[test]
fn sarif_has_what_readers_require() {
    let output = broken().run("check --format sarif");
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
fn colours_come_when_asked_for() {
    assert!(!broken().run("check").err.contains('\u{1b}'));
    assert!(broken().run("check --color always").err.contains('\u{1b}'));
    assert!(!Site::empty().run("--color always").out.is_empty());
}
