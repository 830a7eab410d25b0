//! What the commands do and say, run as a user runs them.

#![allow(clippy::expect_used)]

mod anchor;
mod build;
mod characters;
mod check;
mod citations;
mod cite;
mod explain;
mod folders;
mod formats;
mod help;
mod home;
#[path = "../kit/mod.rs"]
mod kit;
mod language;
mod objective;
mod pictures;
mod progress;
mod records;
mod start;
mod warm_build;

use kit::{Site, document};

/// A site with one public document.
fn one() -> Site {
    Site::new().file("content/r8/a.md", document("status: published", "# 令和8年度の方針\n\n(1) 公開する文です。\n"))
}
