//! The language of messages.

use crate::kit::Site;

/// The language of one message, for a locale.
fn language_of(arguments: &str, variables: &[(&str, &str)]) -> &'static str {
    let output = Site::empty().run_with(arguments, variables);
    if output.err.contains("使い方") { "ja" } else { "en" }
}

#[test]
fn the_language_is_that_of_the_option_then_of_the_locale_then_japanese() {
    assert_eq!(language_of("x", &[]), "ja");
    assert_eq!(language_of("x", &[("LANG", "ja_JP.UTF-8")]), "ja");
    assert_eq!(language_of("x", &[("LANG", "C.UTF-8")]), "ja");
    assert_eq!(language_of("x", &[("LANG", "en_US.UTF-8")]), "en");
    assert_eq!(language_of("x", &[("LANG", "en_US.UTF-8"), ("LC_ALL", "ja_JP.UTF-8")]), "ja");
    assert_eq!(language_of("x", &[("LANG", "ja_JP.UTF-8"), ("LC_MESSAGES", "en_US.UTF-8")]), "en");
    assert_eq!(language_of("x", &[("LANG", "en_US.UTF-8"), ("LC_ALL", "")]), "en");
    assert_eq!(language_of("x --lang=ja", &[("LANG", "en_US.UTF-8")]), "ja");
    assert_eq!(language_of("x --lang en", &[]), "en");
}
