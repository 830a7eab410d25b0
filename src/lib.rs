//! hoshin (方針): a static site generator for public policy.
pub mod address;
pub mod artifact;
pub mod check;
pub mod command;
pub mod corpus;
pub mod diagnostic;
pub mod markdown;
pub mod output;
pub mod pipeline;
pub mod policy;
pub mod site;
pub mod source;
