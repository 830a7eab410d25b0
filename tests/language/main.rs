//! The language of what is written: on an English site every word of the site is English, and on a mixed site every run of text
//! names its language.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test stops where it is not met")]

mod english;
#[path = "../kit/mod.rs"]
mod kit;
mod mixed;
