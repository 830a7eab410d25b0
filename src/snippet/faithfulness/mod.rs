//! Checks that a post says no more and no less than its clause.
//!
//! ```
//! use hoshin::snippet::faithfulness::{Names, SourceClause, SourceContext};
//!
//! let names = Names::default();
//! let source = SourceClause::new("情報発信が全庁的に推進されるよう努めること。", SourceContext::new(&names));
//! assert!(source.check("情報発信が全庁的に推進されるよう努めます。").remarks.is_empty());
//! assert!(source.check("情報発信を全庁的に推進します。").has_errors()); // 努める is lost
//! ```
//!
//! A clause is prepared once ([`SourceClause::new`]). Each post is then compared with it without a language model, so that the same post
//! always gets the same result:
//!
//! 1. The frame of the post (link, hashtags, citation, counts) is taken away, and the body is split into sentences (`comparison`).
//! 2. Sentences that are word for word those of the clause need no check. A verbatim post is always faithful.
//! 3. The other sentences are covered with passages of the clause (`align`). The author's own words remain between them.
//! 4. Words with a meaning of their own are found by tables (`lexicon`), numbers and dates by their value (`quantity`).
//! 5. The checks (`check`, one file each) compare these words and numbers with those of the clause.
//!
//! Errors stop an export; warnings are shown. A note under every result ([`Report::note`]) says that a human must read the post.
//! `docs/faithfulness.md` has the measured hits and misses.

mod align;
mod analyzed_text;
mod check;
mod comparison;
mod folded;
mod lexicon;
mod names;
mod quantity;
mod remark;
mod source;
mod word_table;

pub use names::Names;
pub use remark::{Remark, Report};
pub use source::{SourceClause, SourceContext};
