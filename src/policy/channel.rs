//! The channels for posts, with the unit each counts in and its limits. All limits stand here.

/// A unit for the length of a text. `snippet::measure` has the way of counting, one file each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LengthUnit {
    /// X's weighted length: most characters of Japanese weigh 2, a link 23.
    Weight,
    /// UTF-16 code units, as JavaScript and LINE's Messaging API count.
    Utf16,
    /// Unicode scalar values.
    Characters,
    /// Extended grapheme clusters (UAX #29), each one character to a reader.
    Graphemes,
    /// Bytes of UTF-8.
    Bytes,
    /// Mastodon's: graphemes, a link is 23, `@user@host` counts as `@user`.
    Mastodon,
    /// Threads': characters, an emoji as its bytes of UTF-8.
    Threads,
}

/// A limit from a published source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The unit of `max`.
    pub unit: LengthUnit,
    /// The largest allowed count.
    pub max: usize,
    /// Set if a longer post cannot be published at all. Otherwise only some ways of publishing refuse it.
    pub is_hard: bool,
    /// The source of the limit.
    pub source: &'static str,
    /// The day when the source was last read.
    pub checked: &'static str,
}

/// A place for posts, with limits of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Channel {
    /// Its name in files and on the command line.
    pub name: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// Its limits, the one shown first at the front. Empty where nobody has published one.
    pub limits: &'static [Limit],
    /// The unit it counts in: that of its first limit, if it has one.
    pub unit: LengthUnit,
    /// The most hashtags in a post. 0 where hashtags mean nothing.
    pub tags: usize,
    /// The most posts that a text may be split into. 1 where one cannot follow another.
    pub parts: usize,
    /// Set if a longer link costs nothing, so that it may name the channel (`utm_source` …).
    pub utm: bool,
    /// The use of the channel.
    pub purpose: Purpose,
}

/// The use of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Posts, with a link to the clause.
    Post,
    /// Descriptions of the clause's own page, or words on a picture of it, which need no link.
    Description,
    /// Counting only.
    Count,
}

const fn hard(unit: LengthUnit, max: usize, source: &'static str, checked: &'static str) -> Limit {
    Limit { unit, max, is_hard: true, source, checked }
}

const fn soft(unit: LengthUnit, max: usize, source: &'static str, checked: &'static str) -> Limit {
    Limit { unit, max, is_hard: false, source, checked }
}

/// A channel for posts that stand alone, have no hashtags, and whose links are short.
const fn plain(name: &'static str, title: &'static str, unit: LengthUnit, limits: &'static [Limit]) -> Channel {
    Channel { name, title, limits, unit, tags: 0, parts: 1, utm: false, purpose: Purpose::Post }
}

const CHECKED: &str = "2026-11-21";

/// Every channel, in the order in which they are listed. Hashtags: what the platform allows where it allows few, else
/// the 2 that guides to accessible posts recommend.
pub const CHANNELS: [Channel; 15] = [
    Channel {
        tags: 2,
        parts: 25,
        utm: true,
        ..plain(
            "x",
            "X",
            LengthUnit::Weight,
            &[hard(
                LengthUnit::Weight,
                280,
                "docs.x.com/fundamentals/counting-characters; twitter-text config/v3.json",
                CHECKED,
            )],
        )
    },
    plain(
        "line",
        "LINE（Messaging API）",
        LengthUnit::Utf16,
        &[hard(LengthUnit::Utf16, 5_000, "developers.line.biz/en/reference/messaging-api/#text-message", CHECKED)],
    ),
    Channel {
        parts: 3,
        ..plain(
            "line-oam",
            "LINE（公式アカウントの管理画面）",
            LengthUnit::Characters,
            &[hard(
                LengthUnit::Characters,
                500,
                "four independent guides of 2024-2026; no official page seen",
                CHECKED,
            )],
        )
    },
    Channel {
        tags: 2,
        utm: true,
        ..plain(
            "facebook",
            "Facebook",
            LengthUnit::Characters,
            &[hard(
                LengthUnit::Characters,
                63_206,
                "as several publishing tools enforce it; no official page seen",
                CHECKED,
            )],
        )
    },
    Channel {
        tags: 5,
        ..plain(
            "instagram",
            "Instagram",
            LengthUnit::Characters,
            &[hard(LengthUnit::Characters, 2_200, "guides of 2025-2026; no official page seen", CHECKED)],
        )
    },
    Channel {
        tags: 1,
        parts: 25,
        ..plain(
            "threads",
            "Threads",
            LengthUnit::Threads,
            &[
                hard(LengthUnit::Threads, 500, "developers.facebook.com/docs/threads/overview", CHECKED),
                soft(
                    LengthUnit::Bytes,
                    500,
                    "measured on the API by a publishing tool (pull request 1946, 2026-08)",
                    CHECKED,
                ),
            ],
        )
    },
    Channel {
        tags: 2,
        parts: 25,
        ..plain(
            "bluesky",
            "Bluesky",
            LengthUnit::Graphemes,
            &[
                hard(LengthUnit::Graphemes, 300, "lexicon app.bsky.feed.post", CHECKED),
                hard(LengthUnit::Bytes, 3_000, "lexicon app.bsky.feed.post", CHECKED),
            ],
        )
    },
    Channel {
        tags: 2,
        parts: 25,
        utm: true,
        ..plain(
            "mastodon",
            "Mastodon",
            LengthUnit::Mastodon,
            &[hard(LengthUnit::Mastodon, 500, "StatusLengthValidator; an instance may allow more", CHECKED)],
        )
    },
    Channel {
        tags: 15,
        ..plain(
            "youtube",
            "YouTube（説明欄）",
            LengthUnit::Bytes,
            &[hard(
                LengthUnit::Bytes,
                5_000,
                "developers.google.com/youtube/v3/docs/videos#snippet.description",
                CHECKED,
            )],
        )
    },
    plain(
        "sms",
        "SMS",
        LengthUnit::Utf16,
        &[hard(LengthUnit::Utf16, 670, "the four Japanese carriers, since 2019-09-10", CHECKED)],
    ),
    Channel { utm: true, ..plain("mail", "メール", LengthUnit::Characters, &[]) },
    Channel {
        purpose: Purpose::Description,
        ..plain(
            "og-description",
            "og:description",
            LengthUnit::Characters,
            &[hard(
                LengthUnit::Characters,
                200,
                "developer.x.com/en/docs/x-for-websites/cards/overview/markup",
                CHECKED,
            )],
        )
    },
    Channel {
        purpose: Purpose::Description,
        ..plain(
            Channel::CARD,
            "カード画像",
            LengthUnit::Characters,
            &[hard(
                LengthUnit::Characters,
                180,
                "what the smallest type of snippet::card takes; a test tries it",
                CHECKED,
            )],
        )
    },
    Channel { purpose: Purpose::Count, ..plain("bytes", "バイト（UTF-8）", LengthUnit::Bytes, &[]) },
    Channel { purpose: Purpose::Count, ..plain("graphemes", "書記素", LengthUnit::Graphemes, &[]) },
];

impl Channel {
    /// The name of the channel whose words stand on card images.
    pub const CARD: &'static str = "card";

    /// The channel of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        CHANNELS.iter().find(|channel| channel.name == name)
    }

    /// The names of the channels posts can be made for.
    pub fn for_posts() -> impl Iterator<Item = &'static Self> {
        CHANNELS.iter().filter(|channel| channel.purpose != Purpose::Count)
    }
}

impl LengthUnit {
    /// The count of one full-width character.
    #[must_use]
    pub fn full_width(self) -> usize {
        match self {
            Self::Weight => 2,
            Self::Bytes => 3,
            Self::Utf16 | Self::Characters | Self::Graphemes | Self::Mastodon | Self::Threads => 1,
        }
    }

    /// The Japanese counter word for it.
    #[must_use]
    pub fn in_japanese(self) -> &'static str {
        match self {
            Self::Weight | Self::Utf16 | Self::Mastodon | Self::Threads => "字分",
            Self::Characters | Self::Graphemes => "字",
            Self::Bytes => "バイト",
        }
    }

    /// Its name in machine-readable output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Utf16 => "utf-16-units",
            Self::Characters => "characters",
            Self::Graphemes => "graphemes",
            Self::Bytes => "bytes",
            Self::Mastodon => "mastodon-characters",
            Self::Threads => "threads-characters",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CHANNELS;

    #[test]
    fn names_are_unique_and_the_first_limit_is_counted_in_the_unit_of_the_channel() {
        for (at, channel) in CHANNELS.iter().enumerate() {
            assert!(CHANNELS[..at].iter().all(|other| other.name != channel.name), "{}", channel.name);
            assert!(channel.limits.first().is_none_or(|limit| limit.unit == channel.unit), "{}", channel.name);
            assert!(channel.parts >= 1, "{}", channel.name);
        }
    }
}
