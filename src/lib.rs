//! hoshin (方針, "policy"): a static site generator for public policy, in which every clause has an address.
//!
//! Data flows one way. Each stage is a plain function from values to values that also returns what it found wrong;
//! only the two ends touch the disk, and the time is an argument.
//!
//! ```text
//! content/ ─► source ─► markdown ─► address ─► corpus ─┬─► check              findings
//!  themes/                                             └─► site ─► artifact ─► output    public/
//! ```
//!
//! A tour, in the order of the stages:
//!
//! 1. [`source`] reads the files of a site ([`source::read_tree`]) and makes typed values of them, each with its place
//!    ([`source::parse`]).
//! 2. [`markdown`] makes a tree of clauses of each document ([`markdown::parse`]): printed numbers are recognised and
//!    kept exactly as typed.
//! 3. [`address`] gives every clause its position, such as `s5-1` ([`address::assign_positions`]).
//!    [`edition`] tells what has changed since a release ([`edition::changes`]).
//! 4. [`corpus`] puts the documents together, sets those aside that are not public yet, and knows what every link leads
//!    to ([`corpus::link`], [`corpus::resolve`]).
//! 5. [`check`] looks for mistakes, one rule a file ([`check::run`]).
//!    [`snippet`] makes posts of the same corpus ([`snippet::all_posts`]), for those who ask for them.
//! 6. [`search`] makes the files in which a browser finds a clause by its words ([`search::index`]).
//! 7. [`site`] makes pages, the feed and the sitemap ([`site::render`]): an [`artifact::Artifacts`], the whole site in memory.
//! 8. [`output`] puts it in the place of the site before, wholly or not at all ([`output::directory::publish`]).
//!
//! 9. Or [`preview`] shows it in the browser while it is written, anew with every save ([`preview::Session::step`]).
//!
//! [`release`] tells what a release makes public.
//!
//! [`pipeline::run`] joins what lies between the two ends, from the bytes read to the bytes to be written. [`policy`] holds
//! the words all rooms share; [`japanese`] reads numbers and years for all of them; [`diagnostic`] is how all of them report. [`command`] is what the program does with it.
//!
//! A room uses only those before it: `recall`, `diagnostic`, `japanese`, `policy`, `source`, `markdown`, `address`, `edition`, `corpus`, `check`, `snippet`,
//! `ledger`, `search`, `artifact`, `site`, `output`, `pipeline`, `release`, `preview`, `command`.

pub mod address;
pub mod artifact;
pub mod check;
pub mod command;
pub mod corpus;
pub mod diagnostic;
pub mod edition;
pub mod japanese;
pub mod ledger;
pub mod markdown;
pub mod output;
pub mod pipeline;
pub mod policy;
pub mod preview;
pub mod recall;
pub mod release;
pub mod search;
pub mod site;
pub mod snippet;
pub mod source;
