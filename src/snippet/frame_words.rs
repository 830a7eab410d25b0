//! The words in the frame of a post, in the language of the document.

use crate::policy::{NamingLanguage, Site};

/// The words of one language.
pub(super) struct FrameWords {
    language: NamingLanguage,
    /// The mark of a post that corrects another one.
    pub(super) correction: &'static str,
    /// The line before the link to that one.
    pub(super) corrected: &'static str,
    /// What stands before the citation.
    pub(super) source: &'static str,
    /// The label of a button that leads to the clause: at most 40 graphemes (LINE).
    pub(super) read_more: &'static str,
}

static JAPANESE: FrameWords = FrameWords {
    language: NamingLanguage::Japanese,
    correction: "【訂正】",
    corrected: "訂正する投稿：",
    source: "▼原文：",
    read_more: "全文を読む",
};

static ENGLISH: FrameWords = FrameWords {
    language: NamingLanguage::English,
    correction: "[Correction]",
    corrected: "Corrects this post:",
    source: "Source: ",
    read_more: "Read the whole text",
};

impl FrameWords {
    /// The words for documents of this language.
    pub(super) fn of(language: NamingLanguage) -> &'static Self {
        match language {
            NamingLanguage::Japanese => &JAPANESE,
            NamingLanguage::English => &ENGLISH,
        }
    }

    /// The name of the site's posts, which stands at their head.
    pub(super) fn head(&self, site: &Site) -> String {
        site.posting.head.clone().unwrap_or_else(|| match self.language {
            NamingLanguage::Japanese => format!("{}の方針", site.city),
            NamingLanguage::English => format!("Policies of {}", site.city),
        })
    }

    /// The head of a post, and the heading of the clause behind it.
    pub(super) fn marked(&self, head: &str, heading: &str) -> String {
        match self.language {
            NamingLanguage::Japanese => format!("【{head}】{heading}"),
            NamingLanguage::English if heading.is_empty() => format!("[{head}]"),
            NamingLanguage::English => format!("[{head}] {heading}"),
        }
    }

    /// The note below the first sentences of a clause: how many of all its sentences are shown.
    pub(super) fn excerpt_note(&self, shown: usize, all: usize) -> String {
        match self.language {
            NamingLanguage::Japanese if shown == 1 => format!("（全{all}文のうち1文目）"),
            NamingLanguage::Japanese => format!("（全{all}文のうち1～{shown}文目）"),
            NamingLanguage::English if shown == 1 => format!("(sentence 1 of {all})"),
            NamingLanguage::English => format!("(sentences 1-{shown} of {all})"),
        }
    }

    /// A mark for a text of at most this many full-width characters that an author is to write.
    pub(super) fn to_be_written(&self, room: Option<usize>) -> String {
        match (self.language, room) {
            (NamingLanguage::Japanese, Some(room)) => format!("（全角{room}字以内で要約を書いてください）"),
            (NamingLanguage::Japanese, None) => "（要約を書いてください）".to_owned(),
            (NamingLanguage::English, Some(room)) => format!("(write a summary of at most {} letters)", room * 2),
            (NamingLanguage::English, None) => "(write a summary)".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_is_in_the_language_of_the_document() {
        for (language, head, note, more) in [
            (
                NamingLanguage::Japanese,
                "【市の方針】防災",
                "（全4文のうち1～2文目）",
                "（全角50字以内で要約を書いてください）",
            ),
            (
                NamingLanguage::English,
                "[市の方針] 防災",
                "(sentences 1-2 of 4)",
                "(write a summary of at most 100 letters)",
            ),
        ] {
            let words = FrameWords::of(language);
            assert_eq!(words.marked("市の方針", "防災"), head);
            assert_eq!(words.excerpt_note(2, 4), note);
            assert_eq!(words.to_be_written(Some(50)), more);
        }
    }
}
