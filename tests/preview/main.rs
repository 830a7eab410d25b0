//! `hoshin serve` from end to end: the real program, files that are edited, and requests over HTTP.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test stops where it is not met")]

#[path = "../browser/chromium.rs"]
#[allow(dead_code, reason = "used in part")]
mod chromium;
mod edits;
#[path = "../kit/mod.rs"]
mod kit;
mod large;
mod live;
mod names;
mod objectives;
mod own_pages;
mod registries;
mod running;
mod safety;
mod same;
mod soak;
mod storms;
