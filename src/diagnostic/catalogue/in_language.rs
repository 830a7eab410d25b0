//! Values that fill the sentences of findings, as each language writes them.

use std::borrow::Cow;

use crate::diagnostic::{Bilingual, Lang};

/// A value in a sentence.
pub(super) trait InLanguage {
    /// The value as text of this language.
    fn in_language(&self, lang: Lang) -> Cow<'_, str>;
}

impl InLanguage for &str {
    fn in_language(&self, _: Lang) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl InLanguage for &Bilingual {
    fn in_language(&self, lang: Lang) -> Cow<'_, str> {
        Cow::Borrowed(self.get(lang))
    }
}

/// A suggestion: "Did you mean …", or nothing.
impl InLanguage for Option<&str> {
    fn in_language(&self, lang: Lang) -> Cow<'_, str> {
        match (self, lang) {
            (None, _) => Cow::Borrowed(""),
            (Some(word), Lang::Ja) => Cow::Owned(format!("「{word}」ではありませんか。")),
            (Some(word), Lang::En) => Cow::Owned(format!("Did you mean `{word}`? ")),
        }
    }
}

/// A list of words.
impl InLanguage for &[&str] {
    fn in_language(&self, lang: Lang) -> Cow<'_, str> {
        Cow::Owned(self.join(match lang {
            Lang::Ja => "・",
            Lang::En => ", ",
        }))
    }
}

/// Numbers and characters are the same in all languages.
macro_rules! same_in_all_languages {
    ($($type:ty)*) => {$(
        impl InLanguage for $type {
            fn in_language(&self, _: Lang) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
        }
    )*};
}

same_in_all_languages!(char u8 u32 u64 usize);
