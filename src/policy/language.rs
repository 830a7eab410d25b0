//! Languages: their names, and how they name places.

/// The language itself, without script and region: `zh` of `zh-Hant-TW`.
#[must_use]
pub fn primary_language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The language in which places are named and documents are cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum NamingLanguage {
    /// 「…」5(1)第2段落
    #[default]
    Japanese,
    /// “…”, 5(1), paragraph 2
    English,
}

impl NamingLanguage {
    /// Japanese for Japanese in all its forms, English for every other language.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        match primary_language(tag).to_ascii_lowercase().as_str() {
            "" | "ja" => Self::Japanese,
            _ => Self::English,
        }
    }

    /// What stands between the name of a document and a place in it: 「…」5(1), “…”, 5(1).
    #[must_use]
    pub fn before_place(self) -> &'static str {
        match self {
            Self::Japanese => "",
            Self::English => ", ",
        }
    }

    /// A name in the quotation marks of the language.
    #[must_use]
    pub fn quoted(self, name: &str) -> String {
        match self {
            Self::Japanese => format!("「{name}」"),
            Self::English => format!("“{name}”"),
        }
    }
}

/// Languages in which Japanese cities publish, each as its speakers call it.
const NAMES: [(&str, &str); 23] = [
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("id", "Bahasa Indonesia"),
    ("ja", "日本語"),
    ("ja-simple", "やさしい日本語"),
    ("km", "ខ្មែរ"),
    ("ko", "한국어"),
    ("mn", "Монгол"),
    ("my", "မြန်မာဘာသာ"),
    ("ne", "नेपाली"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("si", "සිංහල"),
    ("th", "ไทย"),
    ("tl", "Tagalog"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
    ("zh-hans", "简体中文"),
    ("zh-hant", "繁體中文"),
];

/// The name of a language in that language, if it is known here: for the tag itself, else for its primary language. `simple` is
/// the registered variant for plain language (IANA language subtag registry), so `ja-simple` is やさしい日本語.
#[must_use]
pub fn language_name(tag: &str) -> Option<&'static str> {
    let name = |tag: &str| NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(tag)).map(|(_, name)| *name);
    let parts = tag.rmatch_indices('-').map(|(at, _)| &tag[..at]);
    std::iter::once(tag).chain(parts).find_map(name)
}

/// The tag of the language that is called so by its speakers: `es` for español.
pub(super) fn named_so(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    NAMES.iter().find(|(_, known)| known.to_lowercase() == name).map(|(tag, _)| match *tag {
        "zh-hans" => "zh-Hans",
        "zh-hant" => "zh-Hant",
        tag => tag,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_primary_language_is_the_first_part() {
        assert_eq!(primary_language("zh-Hant-TW"), "zh");
        assert_eq!(primary_language("ja"), "ja");
    }

    #[test]
    fn languages_have_the_names_their_speakers_give_them() {
        for (tag, expected) in [
            ("en", Some("English")),
            ("en-GB", Some("English")),
            ("zh-Hant-TW", Some("繁體中文")),
            ("zh-TW", Some("中文")),
            ("ja-simple", Some("やさしい日本語")),
            ("tlh", None),
        ] {
            assert_eq!(language_name(tag), expected, "{tag}");
        }
    }
}
