//! Which words are language tags (BCP 47, RFC 5646), and which one was probably meant by a word that is none.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::language::{named_so, primary_language};
use crate::japanese::folded;

/// The registry of subtags; its head names the source and the day.
const REGISTRY: &str = include_str!("language_subtags.txt");

/// The registry by kind of subtag, in small letters.
#[derive(Default)]
struct Subtags {
    by_kind: BTreeMap<&'static str, BTreeSet<&'static str>>,
    /// The subtag of a language by a code of ISO 639-2: `jpn`.
    codes: BTreeMap<&'static str, &'static str>,
    /// The subtag of a language by its English name.
    names: BTreeMap<&'static str, &'static str>,
}

static SUBTAGS: LazyLock<Subtags> = LazyLock::new(|| {
    let mut all = Subtags::default();
    for (kind, rest) in REGISTRY.lines().filter_map(|line| line.split_once(' ')) {
        match kind {
            "#" => {}
            "code" => all.codes.extend(rest.split(' ').filter_map(|word| word.split_once('='))),
            "name" => all.names.extend(rest.split_once(' ').map(|(tag, name)| (name, tag))),
            _ => all.by_kind.entry(kind).or_default().extend(rest.split(' ')),
        }
    }
    all
});

impl Subtags {
    fn has(&self, kind: &str, subtag: &str) -> bool {
        self.by_kind.get(kind).is_some_and(|known| known.contains(subtag))
    }
}

/// Tells if a word is a valid language tag: `en`, `ain`, `zh-Hant-TW`, `es-419`, `ja-simple`. Its form is that of RFC 5646, section
/// 2.1, and each of its subtags is registered. Small and capital letters are the same.
#[must_use]
pub fn is_language_tag(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    if SUBTAGS.has("grandfathered", &tag) {
        return true;
    }
    let mut subtags = tag.split('-').peekable();
    if tag.starts_with("x-") {
        return is_private(&mut subtags);
    }
    let is_language = subtags.next().is_some_and(|language| SUBTAGS.has("language", language));
    for _ in 0..3 {
        let _ = subtags.next_if(|subtag| SUBTAGS.has("extlang", subtag));
    }
    let _ = subtags.next_if(|subtag| SUBTAGS.has("script", subtag));
    let _ = subtags.next_if(|subtag| SUBTAGS.has("region", subtag));
    let mut variants = BTreeSet::new();
    while let Some(variant) = subtags.next_if(|subtag| SUBTAGS.has("variant", subtag)) {
        if !variants.insert(variant) {
            return false;
        }
    }
    is_language && extensions(&mut subtags) && (subtags.peek().is_none() || is_private(&mut subtags))
}

/// Reads extensions: a letter or digit other than x, used once, and parts of two to eight letters and digits.
fn extensions<'a>(subtags: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>) -> bool {
    let mut used = BTreeSet::new();
    while let Some(singleton) = subtags.next_if(|subtag| subtag.len() == 1 && *subtag != "x") {
        let mut parts = 0;
        while subtags.next_if(|subtag| subtag.len() > 1 && is_part(subtag)).is_some() {
            parts += 1;
        }
        if parts == 0 || !is_part(singleton) || !used.insert(singleton) {
            return false;
        }
    }
    true
}

/// Reads `x` and the parts of a private use up to the end.
fn is_private<'a>(subtags: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>) -> bool {
    subtags.next() == Some("x") && subtags.peek().is_some() && subtags.all(is_part)
}

fn is_part(subtag: &str) -> bool {
    (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Names of languages in Japanese.
const JAPANESE_NAMES: [(&str, &str); 34] = [
    ("英語", "en"),
    ("中国語", "zh"),
    ("簡体字", "zh-Hans"),
    ("中国語簡体字", "zh-Hans"),
    ("中国語（簡体字）", "zh-Hans"),
    ("繁体字", "zh-Hant"),
    ("中国語繁体字", "zh-Hant"),
    ("中国語（繁体字）", "zh-Hant"),
    ("韓国語", "ko"),
    ("朝鮮語", "ko"),
    ("韓国・朝鮮語", "ko"),
    ("ハングル", "ko"),
    ("ポルトガル語", "pt"),
    ("スペイン語", "es"),
    ("フランス語", "fr"),
    ("ドイツ語", "de"),
    ("イタリア語", "it"),
    ("ロシア語", "ru"),
    ("ウクライナ語", "uk"),
    ("ベトナム語", "vi"),
    ("タガログ語", "tl"),
    ("フィリピノ語", "fil"),
    ("フィリピン語", "fil"),
    ("タイ語", "th"),
    ("インドネシア語", "id"),
    ("マレー語", "ms"),
    ("ネパール語", "ne"),
    ("ミャンマー語", "my"),
    ("クメール語", "km"),
    ("モンゴル語", "mn"),
    ("シンハラ語", "si"),
    ("アラビア語", "ar"),
    ("ペルシャ語", "fa"),
    ("アイヌ語", "ain"),
];

/// Codes of countries (ISO 3166-1) that are no codes of languages and are taken for the language of the country.
const COUNTRIES: [(&str, &str); 16] = [
    ("jp", "ja"),
    ("cn", "zh"),
    ("us", "en"),
    ("gb", "en"),
    ("au", "en"),
    ("vn", "vi"),
    ("ph", "fil"),
    ("np", "ne"),
    ("mm", "my"),
    ("kh", "km"),
    ("lk", "si"),
    ("mx", "es"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gr", "el"),
    ("ua", "uk"),
];

/// Words behind a language that are no subtags, and what they stand for.
const PARTS: [(&str, &str); 12] = [
    ("uk", "GB"),
    ("jpn", "JP"),
    ("usa", "US"),
    ("gbr", "GB"),
    ("chn", "CN"),
    ("twn", "TW"),
    ("kor", "KR"),
    ("bra", "BR"),
    ("simplified", "Hans"),
    ("traditional", "Hant"),
    ("easy", "simple"),
    ("plain", "simple"),
];

/// The tag that was probably meant by a word that is none: `ja` for `jp`, `jpn` and 日本語, `ja-JP` for `ja_JP.UTF-8`.
#[must_use]
pub fn nearest_language_tag(written: &str) -> Option<String> {
    let written = folded(written.trim());
    if let Some(tag) = by_name(&written) {
        return Some(tag.to_owned());
    }
    // The name of a POSIX locale has its encoding behind a point, its variant behind @.
    let bare = written.split(['.', '@']).next().unwrap_or_default();
    let parts: Vec<&str> = bare.split(['-', '_', ' ', '/']).filter(|part| !part.is_empty()).collect();
    let (first, rest) = parts.split_first()?;
    let language = language_of(first)?;
    let mut tag = language;
    for part in rest {
        let longer = format!("{tag}-{}", part_of(part));
        if is_language_tag(&longer) {
            tag = longer;
        }
    }
    is_language_tag(&tag).then_some(tag)
}

fn by_name(written: &str) -> Option<&'static str> {
    let in_japanese = || JAPANESE_NAMES.iter().find(|(name, _)| folded(name) == *written).map(|(_, tag)| *tag);
    let in_english = || SUBTAGS.names.get(written.to_lowercase().as_str()).copied();
    in_japanese().or_else(|| named_so(written)).or_else(in_english)
}

/// The subtag of a language that the first part of a word stands for.
fn language_of(part: &str) -> Option<String> {
    let small = part.to_ascii_lowercase();
    let country = COUNTRIES.iter().find(|(country, _)| *country == small).map(|(_, language)| *language);
    if SUBTAGS.has("language", &small) {
        return Some(small);
    }
    let known = country.or_else(|| SUBTAGS.codes.get(small.as_str()).copied()).or_else(|| by_name(part));
    known.map(|tag| primary_language(tag).to_owned())
}

/// A further part as BCP 47 writes it: `JP`, `Hant`, `simple`.
fn part_of(part: &str) -> String {
    let small = part.to_ascii_lowercase();
    if let Some((_, meant)) = PARTS.iter().find(|(known, _)| *known == small) {
        return (*meant).to_owned();
    }
    let mut letters = small.chars();
    match (small.len(), letters.next()) {
        (2, _) => small.to_ascii_uppercase(),
        (4, Some(first)) if first.is_ascii_alphabetic() => {
            format!("{}{}", first.to_ascii_uppercase(), letters.as_str())
        }
        _ => small,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_the_form_of_bcp_47_and_registered_parts() {
        for tag in [
            "ja",
            "JA",
            "en-GB",
            "ain",
            "zh-Hant",
            "zh-Hant-TW",
            "zh-cmn-Hans",
            "pt-BR",
            "es-419",
            "ja-simple",
            "fil",
            "haw",
            "de-1996",
            "sl-rozaj-biske",
            "sr-Latn-RS",
            "en-a-bbb-x-a-ccc",
            "ja-u-ca-japanese",
            "x-midorino",
            "i-klingon",
            "qaa-x-ours",
            "und",
            "mul",
        ] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for word in [
            "",
            "-",
            "e",
            "jp",
            "cn",
            "eng",
            "jpn",
            "english",
            "ja_JP",
            "日本語",
            "en-",
            "-en",
            "en--GB",
            "en-UK",
            "ja-JPN",
            "ja-easy",
            "ja-jp-jp",
            "de-1996-1996",
            "en-a",
            "en-a-b",
            "en-a-bbb-a-ccc",
            "x",
            "x-",
            "x-a_b",
            "12",
            "ja JP",
            "ja-x-toolongpart",
            "ｊａ",
        ] {
            assert!(!is_language_tag(word), "{word}");
        }
    }

    #[test]
    fn the_tag_that_was_meant_is_found() {
        for (written, expected) in [
            ("jp", Some("ja")),
            ("JP", Some("ja")),
            ("jpn", Some("ja")),
            ("japanese", Some("ja")),
            ("日本語", Some("ja")),
            ("にほんご", None),
            ("ja_JP", Some("ja-JP")),
            ("ja_JP.UTF-8", Some("ja-JP")),
            ("jp-JP", Some("ja-JP")),
            ("ｊａ", Some("ja")),
            ("english", Some("en")),
            ("English", Some("en")),
            ("英語", Some("en")),
            ("eng", Some("en")),
            ("us", Some("en")),
            ("en-UK", Some("en-GB")),
            ("EN_us", Some("en-US")),
            ("en-", Some("en")),
            ("cn", Some("zh")),
            ("zh_TW", Some("zh-TW")),
            ("chinese", Some("zh")),
            ("簡体字", Some("zh-Hans")),
            ("中国語(繁体字)", Some("zh-Hant")),
            ("zh-simplified", Some("zh-Hans")),
            ("やさしい日本語", Some("ja-simple")),
            ("ja-easy", Some("ja-simple")),
            ("Español", Some("es")),
            ("português", Some("pt")),
            ("ベトナム語", Some("vi")),
            ("klingonese", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(nearest_language_tag(written).as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn every_tag_that_is_suggested_is_valid() {
        let named = JAPANESE_NAMES.iter().chain(&COUNTRIES).map(|(_, tag)| *tag);
        for tag in named.chain(SUBTAGS.codes.values().copied()).chain(SUBTAGS.names.values().copied()) {
            assert!(is_language_tag(tag), "{tag}");
        }
    }
}
