//! A post, or why there is none.

use super::passage::{Unsuitable, digest};
use crate::policy::Channel;

/// From where the words of a post are: the steps of the ladder, the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 0: an author's text for this channel.
    Channel,
    /// 1: an author's text for all channels.
    General,
    /// 2: the whole clause, verbatim.
    Whole,
    /// 3: its first sentences, verbatim, and how many of how many they are.
    Sentences {
        /// How many.
        shown: usize,
        /// Of how many.
        all: usize,
    },
}

/// A post for one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Where it is for.
    pub channel: &'static Channel,
    /// From where its words are.
    pub level: Level,
    /// The texts to be posted, one after the other; nearly always one.
    pub parts: Vec<String>,
    /// The words themselves: without heading, citation, link and hashtags.
    pub body: String,
    /// The picture that goes with it.
    pub picture: Option<Picture>,
    /// Where it leads; empty where it needs no link.
    pub link: String,
    /// The length of the longest part, in the unit of the channel.
    pub count: usize,
    /// The limit for each part, if there is one.
    pub limit: Option<usize>,
    /// How far it is above a limit that only some ways of publishing enforce: unit and number above it.
    pub above_soft: Option<(crate::policy::LengthUnit, usize)>,
}

/// The picture that an author lets go with a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// A URL, or a path below `content/`.
    pub image: String,
    /// The words for those who do not see it.
    pub alt: Option<String>,
}

/// Why there is no post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// How many full-width characters an author has.
    pub room: Option<usize>,
}

/// Why there is no post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The clause has no permanent id yet, so nothing could lead to it.
    NoId,
    /// The address of the site is not ASCII.
    Link,
    /// The clause is no text that could be posted by itself.
    Unsuitable(Unsuitable),
    /// Not even the first sentence fits.
    TooLong(Excess),
    /// The author's text for this channel does not fit.
    AuthorTooLong(Excess),
    /// The text has signs the channel refuses.
    Signs {
        /// The signs.
        signs: String,
        /// Whether an author has written them.
        is_authors: bool,
    },
}

/// How much too long something is, in the unit of the channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excess {
    /// How long it is.
    pub count: usize,
    /// How long it may be.
    pub limit: usize,
}

impl Excess {
    /// How much is over.
    #[must_use]
    pub fn over(self) -> usize {
        self.count.saturating_sub(self.limit)
    }
}

impl Level {
    /// Its number on the ladder, from 0.
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
    /// What is posted; parts of a thread with an empty line between them.
    #[must_use]
    pub fn text(&self) -> String {
        self.parts.join("\n\n")
    }

    /// What remains to the limit, in the unit of the channel.
    #[must_use]
    pub fn remaining(&self) -> Option<usize> {
        Some(self.limit?.saturating_sub(self.count))
    }

    /// What remains, in full-width characters.
    #[must_use]
    pub fn remaining_full_width(&self) -> Option<usize> {
        Some(self.remaining()? / self.channel.unit.full_width())
    }

    /// What tells whether the post is still what was approved, its picture by name and with its words: 32 hexadecimal digits of
    /// BLAKE3.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut words = vec![self.channel.name];
        words.extend(self.parts.iter().map(String::as_str));
        if let Some(Picture { image, alt }) = &self.picture {
            // No text of a post has a NUL, so that no post without a picture has this digest.
            words.extend(["\0picture", image, alt.as_deref().unwrap_or_default()]);
        }
        digest(&words)
    }
}
