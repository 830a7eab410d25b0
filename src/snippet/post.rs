//! A post, or the reason why there is none.

use super::clause_text::{Unsuitable, digest};
use crate::policy::Channel;

/// The origin of a post's text. The first level whose text fits is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 0: the author's text for this channel.
    Channel,
    /// 1: the author's text for all channels.
    General,
    /// 2: the whole clause, verbatim.
    Whole,
    /// 3: the first sentences of the clause, verbatim.
    Sentences {
        /// The number of sentences in the post.
        shown: usize,
        /// The number of sentences in the clause.
        all: usize,
    },
}

/// A post for one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The channel it is for.
    pub channel: &'static Channel,
    /// The origin of its text.
    pub level: Level,
    /// The texts to be posted, one after the other; nearly always one.
    pub parts: Vec<String>,
    /// The text without its frame: no heading, citation, link or hashtags.
    pub body: String,
    /// The picture that goes with it.
    pub picture: Option<Picture>,
    /// The link to the clause; empty where the post needs none.
    pub link: String,
    /// The length of the longest part, in the unit of the channel.
    pub count: usize,
    /// The limit for each part, if there is one.
    pub limit: Option<usize>,
    /// How much a limit is passed that only some ways of publishing enforce: unit and number above the limit.
    pub above_soft: Option<(crate::policy::LengthUnit, usize)>,
}

/// The picture that an author publishes with a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// A URL, or a path below `content/`.
    pub image: String,
    /// The text for people who do not see it.
    pub alt: Option<String>,
}

/// The answer where no post can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRefusal {
    /// The reason.
    pub reason: RefusalReason,
    /// The number of full-width characters that an author's text may have.
    pub room: Option<usize>,
}

/// The reason why there is no post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefusalReason {
    /// The clause has no permanent id yet, so that no link can lead to it.
    NoId,
    /// The address of the site is not ASCII.
    Link,
    /// The clause has no text that can be posted by itself.
    Unsuitable(Unsuitable),
    /// Not even the first sentence fits.
    TooLong(Excess),
    /// The author's text for this channel does not fit.
    AuthorTooLong(Excess),
    /// The text has signs that the channel refuses.
    Signs {
        /// The signs.
        signs: String,
        /// True if an author has written them.
        is_authors: bool,
    },
}

/// The length of a text that is too long, in the unit of the channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excess {
    /// The length.
    pub count: usize,
    /// The largest length allowed.
    pub limit: usize,
}

impl Excess {
    /// How much the limit is passed.
    #[must_use]
    pub fn over(self) -> usize {
        self.count.saturating_sub(self.limit)
    }
}

impl Level {
    /// The number of the level in exports and data, from 0.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Channel => 0,
            Self::General => 1,
            Self::Whole => 2,
            Self::Sentences { .. } => 3,
        }
    }
}

impl Post {
    /// The text to be posted. The parts of a thread have an empty line between them.
    #[must_use]
    pub fn text(&self) -> String {
        self.parts.join("\n\n")
    }

    /// The room up to the limit, in the unit of the channel.
    #[must_use]
    pub fn remaining(&self) -> Option<usize> {
        Some(self.limit?.saturating_sub(self.count))
    }

    /// The room up to the limit, in full-width characters.
    #[must_use]
    pub fn remaining_full_width(&self) -> Option<usize> {
        Some(self.remaining()? / self.channel.unit.full_width())
    }

    /// The digest by which an approval knows the post, its picture (by name) and the picture's text: 32 hexadecimal digits of
    /// BLAKE3.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut words = vec![self.channel.name];
        words.extend(self.parts.iter().map(String::as_str));
        if let Some(Picture { image, alt }) = &self.picture {
            // No text of a post contains a NUL, so that no post without a picture has this digest.
            words.extend(["\0picture", image, alt.as_deref().unwrap_or_default()]);
        }
        digest(&words)
    }
}
