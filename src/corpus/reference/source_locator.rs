//! The place of a piece of plain text in the file.

use std::ops::Range;

/// The source of a text, searched from left to right.
pub(super) struct SourceLocator<'a> {
    /// The source of the clause.
    source: &'a str,
    /// Its first byte in the file.
    start: usize,
    /// How many bytes of the source and of the plain text have been searched.
    done: (usize, usize),
}

impl<'a> SourceLocator<'a> {
    pub(super) fn new(file: &'a str, clause: &Range<usize>) -> Self {
        Self { source: file.get(clause.clone()).unwrap_or_default(), start: clause.start, done: (0, 0) }
    }

    /// The bytes of the file from which a part of the plain text was read; the first line of the clause if markup hides it.
    pub(super) fn find(&mut self, text: &str, part: &Range<usize>) -> Range<usize> {
        /// Markup makes the source longer than the text, but hardly more than this many times.
        const LONGER: usize = 4;
        const SLACK: usize = 256;
        let ahead = part.end.saturating_sub(self.done.1) * LONGER + SLACK;
        let from = self.done.0;
        let to = self.source.floor_char_boundary((from + ahead).min(self.source.len()));
        let found = self.source.get(from..to).and_then(|rest| rest.find(&text[part.clone()]));
        self.done.1 = part.end;
        match found {
            Some(at) => {
                let range = from + at..from + at + part.len();
                self.done.0 = range.end;
                self.start + range.start..self.start + range.end
            }
            None => self.start..self.start + self.source.lines().next().map_or(0, str::len),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SourceLocator;

    #[test]
    fn equal_parts_are_found_one_after_the_other() {
        let file = "# 見出し\n「甲」と**「乙」**と「丙**計画**」と「甲」";
        let clause = file.find('「').unwrap()..file.len();
        let text = "「甲」と「乙」と「丙計画」と「甲」";
        let mut places = SourceLocator::new(file, &clause);
        let parts = [3..6, 15..18, 27..36, 45..48];
        let found: Vec<&str> = parts.iter().map(|part| &file[places.find(text, part)]).collect();
        assert_eq!(found, ["甲", "乙", &file[clause.start..], "甲"]);
        assert_eq!(places.find(text, &(48..48)).end, file.len() - 3, "the last one, not the first again");
    }
}
