//! What is there and cannot be read. Each such file has its own finding; what leads to it need not be told of as well.

use std::collections::BTreeSet;

use crate::policy::DocumentId;

/// The files that are there and cannot be read, and what is known of them all the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unread {
    /// Documents by path below `content/`: `r8/a.md`. Also those left out because their id is another's.
    pub files: BTreeSet<String>,
    /// What such documents may be called: the path without `.md`, and the id their front matter seems to give.
    pub ids: BTreeSet<DocumentId>,
    /// What their titles seem to be.
    pub titles: BTreeSet<String>,
    /// Whether there is one whose title nobody knows.
    pub has_untitled: bool,
    /// Registries.
    pub registries: BTreeSet<Registry>,
}

/// A file of what the whole site knows.
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
    /// Whether this may be the name of a document that cannot be read.
    #[must_use]
    pub fn is_document(&self, name: &str) -> bool {
        !self.ids.is_empty() && self.ids.contains(&DocumentId(name.to_owned()))
    }

    /// Whether there are documents that cannot be read: then nobody knows all clauses and years.
    #[must_use]
    pub fn has_documents(&self) -> bool {
        !self.files.is_empty()
    }

    /// Adds the document of a path below `content/`, with what can be told from its text.
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

/// The value of a key in front matter that is perhaps no YAML: what stands behind it on its line.
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
    fn what_a_broken_front_matter_seems_to_say() {
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
