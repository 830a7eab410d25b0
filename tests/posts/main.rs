//! `hoshin snippet` at the command line, and the posts about the repository's own clauses.

#[path = "../kit/mod.rs"]
mod kit;
mod published;

use std::io::Write as _;
use std::process::Stdio;

use hoshin::policy::Channel;
use hoshin::snippet::count;
use kit::{Site, document};

fn site() -> Site {
    Site::new().file(
        "content/r8/a.md",
        document("status: published\nissued: 2026-04-01", "(1) 市報を出すよう努めること。 {#koho}\n"),
    )
}

/// Runs a command with this text on standard input.
fn piped(site: &Site, arguments: &str, input: &str) -> String {
    let mut command = site.command(arguments, &[]);
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let output = child.and_then(|mut child| {
        child.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(input.as_bytes()))?;
        child.wait_with_output()
    });
    output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

#[test]
fn counting_does_not_trim_the_text() {
    let empty = Site::empty();
    for (channel, text, expected) in [
        ("x", "市報 https://example.jp/", "28\n"),
        ("x", "市報\n", "5\n"),
        ("line", "𠮷", "2\n"),
        ("bytes", "市", "3\n"),
        ("graphemes", " 葛\u{E0100} ", "3\n"),
        ("x", "", "0\n"),
    ] {
        assert_eq!(piped(&empty, &format!("snippet count --channel {channel}"), text), expected, "{channel} {text:?}");
    }
    let site = Site::new().file("content/site.yaml", format!("{}snippet:\n  limits:\n    x: 10\n", kit::SITE));
    assert_eq!(
        piped(&site, "snippet count --channel x --json", "市報を出す。"),
        "{\"channel\":\"x\",\"count\":12,\"further\":[],\"limit\":10,\"overflow_at\":5,\"remaining\":-2,\"remaining_full_width\":0,\"unit\":\"weight\"}\n"
    );
    let lines = piped(&site, "snippet count --channel graphemes --jsonl", "\"か\\u3099\"\n{\"text\":\"ab\"}\nno\n");
    let counts: Vec<&str> = lines.lines().map(|line| line.split(',').nth(1).unwrap_or(line)).collect();
    assert_eq!(counts, ["\"count\":1", "\"count\":2", "{\"error\":\"no JSON string\"}"]);
}

#[test]
fn an_approval_ends_when_clause_or_post_change() {
    let site = site()
        .file("content/r8/a.yaml", "# 注釈\nclauses:\n  s1:\n    sns:\n      text: 市報を出すよう努めます。 # 一\r\n");
    assert_eq!(site.run("snippet approve koho --channel x --channel line --by 広報課長 --now 2026-04-02").code, 0);
    let sidecar = site.read("content/r8/a.yaml");
    assert!(sidecar.starts_with("# 注釈\r\nclauses:\r\n  s1:\r\n    sns:\r\n      text: 市報を出すよう努めます。 # 一\r\n      approved:\r\n"), "{sidecar}");
    assert!(sidecar.contains("on: 2026-04-02\r\n"), "{sidecar}");
    assert_eq!(site.run("snippet check koho --now 2026-04-02").code, 0);
    let exported = site.run("snippet export --out posts --require-approved --kind text --now 2026-04-02");
    assert_eq!(exported.code, 0, "{exported}");
    let files: Vec<String> = site.files("posts").into_keys().filter(|path| !path.starts_with('.')).collect();
    assert_eq!(files, ["line/r8-a_s1_koho.txt", "x/r8-a_s1_koho.txt"]);

    site.write("content/r8/a.yaml", sidecar.replace("努めます。 #", "努めます！ #"));
    let changed = site.run("snippet export --out posts --channel x --now 2026-04-02");
    assert_eq!((changed.code, changed.codes()), (1, vec!["post-needs-reader", "post-changed"]), "{changed}");
    site.write("content/r8/a.yaml", &sidecar);
    site.write(
        "content/r8/a.md",
        document("status: published\nissued: 2026-04-01", "(1) 市報と広報を出すよう努めること。 {#koho}\n"),
    );
    let changed = site.run("snippet check --channel x --now 2026-04-02");
    assert_eq!(changed.code, 1, "{changed}");
    assert!(changed.codes().contains(&"post-changed"), "{changed}");
}

#[test]
fn a_refused_approval_or_export_gives_the_reason() {
    let site = site();
    let none = site.run("snippet approve koho --channel x --by 課長");
    assert_eq!(none.code, 0, "{none}");
    let flow = "clauses: {koho: {sns: {text: 市報を出すよう努めます。}}}\n";
    site.write("content/r8/a.yaml", flow);
    assert_eq!(site.run("snippet approve koho --channel x --by 課長").codes(), ["approval-unwritable"]);
    assert_eq!(site.read("content/r8/a.yaml"), flow);
    let unfaithful = "clauses:\n  koho:\n    sns:\n      text: 市報を2050年までに出します。\n";
    site.write("content/r8/a.yaml", unfaithful);
    let refused = site.run("snippet approve koho --channel x --by 課長");
    assert!(refused.code == 1 && refused.codes().contains(&"post-number"), "{refused}");
    assert_eq!(site.read("content/r8/a.yaml"), unfaithful);
    let long = format!("clauses:\n  koho:\n    sns:\n      x: {}\n", "市報を出すよう努めます。".repeat(20));
    site.write("content/r8/a.yaml", long);
    let refused = site.run("snippet export --out posts --channel x");
    assert_eq!(refused.code, 1);
    assert!(refused.codes().contains(&"post-too-long"), "{refused}");
    assert!(site.files("posts").is_empty());
    site.write("content/r8/a.yaml", "clauses:\n  koho:\n    sns:\n      txt: 市報\n      tags: [a・b]\n");
    assert_eq!(site.run("snippet list").codes(), ["unknown-key", "bad-hashtag"]);
}

#[test]
fn an_unfaithful_post_stops_the_export() {
    let site =
        site().file("content/r8/a.yaml", "clauses:\n  koho:\n    sns:\n      text: 市報を2050年までに出します。\n");
    let refused = site.run("snippet export --out posts");
    assert_eq!(refused.code, 1, "{refused}");
    assert!(refused.codes().contains(&"post-number"), "{refused}");
    assert!(site.files("posts").is_empty());
}

/// A refusal gives its reason, and no post passes a limit.
#[test]
fn every_clause_of_the_repository_has_a_post_or_a_refusal() {
    let site = Site::of_the_repository();
    let listed = site.run("snippet list --format json").json();
    let clauses = listed["clauses"].as_array().map_or(&[][..], Vec::as_slice);
    assert!(clauses.len() > 60, "{}", clauses.len());
    let mut own = 0;
    for clause in clauses {
        let posts = clause["posts"].as_array().map_or(&[][..], Vec::as_slice);
        assert_eq!(posts.len(), 13);
        for post in posts {
            let channel = Channel::named(post["channel"].as_str().unwrap_or_default()).unwrap();
            let Some(parts) = post["parts"].as_array() else {
                assert!(post["refused"].is_string(), "{post}");
                continue;
            };
            own += usize::from(post["level"] == 0);
            for part in parts.iter().filter_map(|part| part.as_str()) {
                assert!(
                    channel.limits.iter().all(|limit| !limit.is_hard || count(limit.unit, part) <= limit.max),
                    "{post}"
                );
                assert!(!part.contains('…'), "{post}");
            }
        }
    }
    assert_eq!(own, 16, "posts of authors: eight clauses, X and LINE");
    let exported = site.run("snippet export --out posts");
    assert_eq!(exported.code, 0, "{exported}");
    assert_eq!(exported.codes().iter().filter(|code| **code == "post-too-long").count(), 0);
    let first = site.files("posts");
    assert!(first.contains_key("review.html") && first.contains_key("line/digest_r8.seisaku-keiei_1.json"));
    assert_eq!(site.run("snippet export --out posts").code, 0);
    assert!(site.files("posts") == first);
}
