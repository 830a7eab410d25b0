//! The progress of a long build: shown to people, not to programs.
#![cfg(target_os = "linux")] // `script` of util-linux gives a terminal

use std::process::Command;

use crate::kit::{Site, document};

/// A site that takes longer to build than the patience of the program.
fn large_site() -> Site {
    let clauses: String =
        (1..=10).map(|number| format!("({number}) 市民に分かりやすく情報を発信すること。\n\n")).collect();
    let text = document("status: published", &format!("# 令和8年度の方針\n\n{clauses}"));
    (0..60).fold(Site::new(), |site, number| site.file(&format!("content/r8/d{number}.md"), &text))
}

/// The output of `hoshin` on a terminal.
fn on_a_terminal(site: &Site, arguments: &str) -> String {
    let shown = Command::new("script")
        .args(["--quiet", "--return", "--command"])
        .arg(format!("{} {arguments}", env!("CARGO_BIN_EXE_hoshin")))
        .arg("/dev/null")
        .current_dir(site.path("."))
        .env("TERM", "xterm")
        .env("LANG", "ja_JP.UTF-8")
        .output()
        .expect("script, of util-linux");
    String::from_utf8_lossy(&shown.stdout).into_owned()
}

#[test]
fn a_long_build_shows_its_progress_on_a_terminal_only() {
    let site = large_site();
    let stages = ["文書を読んでいます", "確かめています", "ページを作っています", "書き込んでいます"];
    let says = |text: &str| stages.iter().any(|stage| text.contains(stage));

    let piped = site.run("build");
    assert!(!says(&piped.err) && !says(&piped.out), "{piped}");

    site.write("content/site.yaml", "title: 別の方針\ncity: 試験市\nbase_url: https://www.example.jp/\n");
    let shown = on_a_terminal(&site, "build");
    assert!(says(&shown), "{shown}");
    assert!(shown.contains("書き込み"), "the summary follows: {shown}");

    site.write("content/site.yaml", "title: また別の方針\ncity: 試験市\nbase_url: https://www.example.jp/\n");
    assert!(!says(&on_a_terminal(&site, "build --quiet")));
}
