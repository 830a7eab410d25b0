//! Addresses through revisions: the two real documents, and damage to records.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test stops where it is not met")]

mod edits;
mod lock;
mod real;
mod revisions;
mod settle;
mod site;
