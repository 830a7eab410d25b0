//! Ruby with emphasis inside: `{**強靱**|きょうじん}` is ruby in bold. Emphasis of a part of it makes it no ruby, which is reported.

use std::ops::Range;

use super::ruby::{self, RubyGroup};
use crate::policy::Inline;

/// An open `{` of the line that is read, to tell of a group with emphasis inside.
#[derive(Debug, Default)]
pub(super) struct OpenBrace {
    /// The byte of the file of the `{`.
    start: Option<usize>,
    /// Emphasis or a link has begun or ended behind it.
    is_marked: bool,
    /// There was a `|` behind it.
    has_bar: bool,
}

impl OpenBrace {
    /// Emphasis or a link begins or ends.
    pub(super) fn mark(&mut self) {
        self.is_marked = self.start.is_some();
    }

    /// Reads a piece of text; `start` is its first byte in the file. Adds the groups that end in it and have emphasis inside.
    pub(super) fn read(&mut self, text: &str, start: usize, groups: &mut Vec<Range<usize>>) {
        for (at, sign) in text.match_indices(['{', '|', '}']) {
            match sign {
                "{" => *self = Self { start: Some(start + at), ..Self::default() },
                "|" => self.has_bar = true,
                _ => {
                    let open = std::mem::take(self);
                    if let Some(from) = open.start.filter(|_| open.is_marked && open.has_bar) {
                        groups.push(from..start + at + 1);
                    }
                }
            }
        }
    }
}

/// Makes ruby of a base in emphasis and the text behind it, `|きょうじん}…`. Returns the emphasis around the ruby and the number of
/// bytes of the text that were its readings.
pub(super) fn around(base: &Inline, behind: &str) -> Option<(Inline, usize)> {
    let close = behind.find(['{', '}']).filter(|at| behind.starts_with('|') && behind[*at..].starts_with('}'))?;
    let mut whole = base.clone();
    let mut innermost = whole.children_mut();
    while let [inner] = innermost {
        if let Inline::Text(text) = inner {
            let Some(RubyGroup::Ruby(pairs)) = ruby::group(&format!("{text}{}", &behind[..close])) else { return None };
            *inner = Inline::Ruby(pairs);
            return Some((whole, close + 1));
        }
        innermost = inner.children_mut();
    }
    None
}
