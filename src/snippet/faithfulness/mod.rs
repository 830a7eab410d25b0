//! Does a post say what its clause says, no more and no less?
//!
//! ```
//! use hoshin::snippet::faithfulness::{Names, Setting, Source};
//!
//! let names = Names::default();
//! let source = Source::new("情報発信が全庁的に推進されるよう努めること。", Setting::new(&names));
//! assert!(source.check("情報発信が全庁的に推進されるよう努めます。").remarks.is_empty());
//! assert!(source.check("情報発信を全庁的に推進します。").has_errors()); // 努める is lost
//! ```
//!
//! A clause is read once ([`Source::new`]); each post is then compared with it, without any language model, and the
//! same post always gets the same result. The way:
//!
//! 1. The frame of a post (link, hashtags, citation, counts) is set aside; what is left is cut into sentences.
//! 2. Sentences that are word for word those of the clause are done with: a verbatim post is always faithful.
//! 3. What is left is laid over the clause (`align`): passages taken from it, and the author's own words between them.
//! 4. Words that carry a meaning of their own are found by tables (`lexicon`), numbers and dates by what they mean (`quantity`).
//! 5. The checks (`check`, one file each) ask of each such word whether both sides have it in the same place.
//!
//! Errors stop an export; warnings show. What words cannot tell is said under every result ([`Report::note`]): a human must read it.
//! `docs/faithfulness.md` has the measured hits and misses.

mod align;
mod check;
mod folded;
mod lexicon;
mod names;
mod passage;
mod quantity;
mod reading;
mod remark;
mod source;

pub use names::Names;
pub use remark::{Remark, Report};
pub use source::{Setting, Source};

/// Compares a post with its clause; the same as [`Source::check`].
#[must_use]
pub fn check(source: &Source<'_>, post: &str) -> Report {
    source.check(post)
}
