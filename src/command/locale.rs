//! The language of messages when there is no `--lang`.

use crate::diagnostic::Lang;

/// The language of a POSIX locale name such as `ja_JP.UTF-8`. Japanese for none and for `C` and `POSIX`, which name no
/// language; English for every other language.
pub(super) fn language(locale: Option<&str>) -> Lang {
    let name = locale.unwrap_or_default();
    match name.split(['_', '.', '@', '-']).next().unwrap_or_default() {
        "" | "C" | "POSIX" => Lang::Ja,
        language if language.eq_ignore_ascii_case("ja") => Lang::Ja,
        _ => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_japanese_unless_the_locale_names_another_language() {
        for (locale, expected) in [
            (None, Lang::Ja),
            (Some(""), Lang::Ja),
            (Some("C"), Lang::Ja),
            (Some("C.UTF-8"), Lang::Ja),
            (Some("POSIX"), Lang::Ja),
            (Some("ja"), Lang::Ja),
            (Some("ja_JP.UTF-8"), Lang::Ja),
            (Some("en_US.UTF-8"), Lang::En),
            (Some("de"), Lang::En),
            (Some("jam"), Lang::En),
        ] {
            assert_eq!(language(locale), expected, "{locale:?}");
        }
    }
}
