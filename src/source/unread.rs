//! Files that exist and cannot be read. Each has a finding of its own, so that links to it need none.

use std::collections::BTreeSet;

use crate::policy::DocumentId;

/// The files that cannot be read, and what is known of them nevertheless.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unread {
    /// Documents by path below `content/`: `r8/a.md`. Also those whose id another document has.
    pub files: BTreeSet<String>,
    /// Possible ids of these documents: the path without `.md`, and the id in the front matter.
    pub ids: BTreeSet<DocumentId>,
    /// Their probable titles.
    pub titles: BTreeSet<String>,
    /// True if the title of such a document is not known.
    pub has_untitled: bool,
    /// The registries among them.
    pub registries: BTreeSet<Registry>,
}

/// A registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Registry {
    /// `organizations.yaml`
    Organizations,
    /// `plans.yaml`
    Plans,
    /// `terms.yaml`
    Terms,
}

impl Unread {
    /// True for a possible id of a document that cannot be read.
    #[must_use]
    pub fn is_document(&self, name: &str) -> bool {
        !self.ids.is_empty() && self.ids.contains(&DocumentId(name.to_owned()))
    }

    /// True if a document cannot be read. The list of clauses and years is then incomplete.
    #[must_use]
    pub fn has_documents(&self) -> bool {
        !self.files.is_empty()
    }

    /// Adds the document at a path below `content/`, with the id and title in its text.
    pub(super) fn add_document(&mut self, path: &str, text: &str) {
        self.files.insert(path.to_owned());
        self.ids.insert(DocumentId(super::layout::stem_of(path).to_owned()));
        self.ids.extend(stated(text, "id").map(|id| DocumentId(id.to_owned())));
        match stated(text, "title") {
            Some(title) => {
                self.titles.insert(title.to_owned());
            }
            None => self.has_untitled = true,
        }
    }
}

/// The value of a key in front matter that may not be valid YAML: the rest of its line.
fn stated<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let lines = text.lines().skip(1).take_while(|line| *line != "---");
    let mut values = lines.filter_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
    let value = values.next()?.trim();
    let unquoted = ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    Some(unquoted.unwrap_or(value)).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Unread;

    #[test]
    fn ids_and_titles_are_taken_from_broken_front_matter() {
        let none = (&["r8/a"][..], &[][..], true);
        for (text, expected) in [
            ("---\ntitle: 方針\nkind: [\n---\n", (&["r8/a"][..], &["方針"][..], false)),
            ("---\nid: r8/b\ntitle: '方針'\n", (&["r8/a", "r8/b"], &["方針"], false)),
            ("---\nkind: 計画\n---\ntitle: 本文\n", none),
            ("---\ntitle:\n---\n", none),
            ("", none),
        ] {
            let mut unread = Unread::default();
            unread.add_document("r8/a.md", text);
            let ids: Vec<&str> = unread.ids.iter().map(|id| id.0.as_str()).collect();
            let titles: Vec<&str> = unread.titles.iter().map(String::as_str).collect();
            assert_eq!((&ids[..], &titles[..], unread.has_untitled), expected, "{text}");
            assert!(unread.files.contains("r8/a.md"));
        }
    }
}
