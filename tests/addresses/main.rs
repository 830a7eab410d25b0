//! Addresses through revisions: the two real documents, and everything that can happen to a lock.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test stops where it is not met")]

mod lock;
mod real;
mod revisions;
mod site;
