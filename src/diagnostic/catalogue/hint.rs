//! Findings whose help may say what was meant.

use super::{address, values, yaml};
use crate::diagnostic::{Bilingual, Finding};

/// "Did you mean …", or nothing.
fn did_you_mean(suggestion: Option<&str>) -> Bilingual {
    match suggestion {
        Some(word) => {
            Bilingual { ja: format!("「{word}」ではありませんか。"), en: format!("Did you mean `{word}`? ") }
        }
        None => Bilingual { ja: String::new(), en: String::new() },
    }
}

/// The word beside the first of two things that clash.
#[must_use]
pub fn first_is_here() -> Bilingual {
    Bilingual { ja: "1つ目はここにあります".into(), en: "the first is here".into() }
}

/// [`yaml::UNKNOWN_KEY`], with the key that was probably meant and those there are.
pub fn unknown_key(key: &str, suggestion: Option<&str>, keys: &[&str]) -> Finding {
    let hint = did_you_mean(suggestion);
    let ja = format!("{}ここに書けるのは {} です。", hint.ja, keys.join("・"));
    let en = format!("{}Keys allowed here: {}.", hint.en, keys.join(", "));
    yaml::unknown_key_of(key, &ja, &en)
}

/// [`values::BAD_ID`], with the nearest id that can be used.
pub fn bad_id(id: &str, suggestion: Option<&str>) -> Finding {
    let example = suggestion.unwrap_or("r8/seisaku-keiei");
    values::bad_id_of(id, &format!("例：{example}"), &format!("For example: {example}"))
}

/// [`address::CITATION_NOT_FOUND`], with the citation that was probably meant.
pub fn citation_not_found(citation: &str, suggestion: Option<&str>) -> Finding {
    let ja = suggestion.map_or_else(String::new, |near| format!("もしかして：{near}　"));
    let en = suggestion.map_or_else(String::new, |near| format!("Did you mean {near}? "));
    address::citation_not_found_of(citation, &ja, &en)
}

/// Declares functions for findings that take a word and what was probably meant.
macro_rules! with_suggestion {
    ($($(#[$doc:meta])* $name:ident => $inner:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name(word: &str, suggestion: Option<&str>) -> Finding {
            let hint = did_you_mean(suggestion);
            values::$inner(word, &hint.ja, &hint.en)
        }
    )*};
}

with_suggestion! {
    /// [`values::UNKNOWN_KIND`]
    unknown_kind => unknown_kind_of;
    /// [`values::UNKNOWN_ORGANIZATION`]
    unknown_organization => unknown_organization_of;
    /// [`values::UNKNOWN_UPPER`]
    unknown_upper => unknown_upper_of;
    /// [`values::BAD_STATUS`]
    bad_status => bad_status_of;
    /// [`values::UNKNOWN_CODE`]
    unknown_code => unknown_code_of;
    /// [`values::BAD_SEVERITY`]
    bad_severity => bad_severity_of;
}
