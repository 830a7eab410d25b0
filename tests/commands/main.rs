//! The commands, run as a user runs them.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test stops where it is not met")]

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
mod lost_addresses;
mod objective;
#[path = "../replay/page.rs"]
#[allow(dead_code, reason = "a part of what the replay reads")]
mod page;
mod pictures;
mod progress;
mod records;
mod release;
mod released_text;
mod reserved_names;
mod start;
mod start_english;
mod warm_build;

use kit::{Site, document};

/// A site with one public document.
fn one() -> Site {
    Site::new().file("content/r8/a.md", document("status: published", "# 令和8年度の方針\n\n(1) 公開する文です。\n"))
}
