//! The parts of an address. Each is a short text, and none may be passed where another is meant.

use std::fmt;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// Longest id in bytes: it becomes a folder name (`/c/<id>/`).
const MAX_LENGTH: usize = 60;

/// Defines a text with a meaning of its own. It does not turn into `str` by itself.
macro_rules! identity {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(SmolStr);

        impl $name {
            /// Takes a text as it is: for what this program has made, or has yet to look up or check.
            #[must_use]
            pub fn new(text: impl Into<SmolStr>) -> Self {
                Self(text.into())
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Whether none has been assigned.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, text: &str) -> bool {
                self.0.as_str() == text
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, text: &&str) -> bool {
                self.0.as_str() == *text
            }
        }

        #[cfg(test)]
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
    };
}

identity! {
    /// The permanent id of a clause, table or annex: `k7f3q`, or its author's. Empty before there is one.
    ClauseId
}

identity! {
    /// The place of a clause, table or annex in its document: `s5-1`. ASCII. Empty before it is assigned.
    Position
}

identity! {
    /// What stands behind `#` in an address: `s5-1.k7f3q`, `k7f3q`, `s5-1`, `fn1`. Empty for a document as a whole.
    Fragment
}

impl Fragment {
    /// The fragment that people copy: `s5-1.k7f3q`; without an id, the position.
    #[must_use]
    pub fn of(position: &Position, id: &ClauseId) -> Self {
        if id.is_empty() { Self::from(position) } else { Self::new(format!("{position}.{id}")) }
    }

    /// The id in it: what follows the last dot, else all of it. It may be nobody's.
    #[must_use]
    pub fn id(&self) -> ClauseId {
        ClauseId::new(self.0.rsplit_once('.').map_or(self.as_str(), |(_, id)| id))
    }

    /// All of it as a position, which may be no clause's.
    #[must_use]
    pub fn position(&self) -> Position {
        Position(self.0.clone())
    }
}

impl From<&ClauseId> for Fragment {
    fn from(id: &ClauseId) -> Self {
        Self(id.0.clone())
    }
}

impl From<&Position> for Fragment {
    fn from(position: &Position) -> Self {
        Self(position.0.clone())
    }
}

impl ClauseId {
    /// Reads an id that somebody has written, if it is [well-formed](Self::is_well_formed).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Some(Self::new(text)).filter(Self::is_well_formed)
    }

    /// Whether it is `[a-z][a-z0-9-]*` and at most 60 bytes long. Such an id is an HTML id, an `NCName` and a CSS identifier
    /// without escapes, and survives mails and QR codes.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        self.0.len() <= MAX_LENGTH
            && self.0.starts_with(|c: char| c.is_ascii_lowercase())
            && self.0.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    }
}

#[cfg(test)]
mod tests {
    use super::ClauseId;

    #[test]
    fn ids_are_short_lowercase_ascii_names() {
        for (id, expected) in [
            ("line-toroku", true),
            ("a", true),
            ("k7f3q", true),
            ("", false),
            ("5a", false),
            ("-a", false),
            ("Line", false),
            ("line_toroku", false),
            ("a.b", false),
            ("登録", false),
            ("ａ", false),
            (&"a".repeat(61), false),
        ] {
            assert_eq!(ClauseId::parse(id).is_some(), expected, "{id}");
        }
    }
}
