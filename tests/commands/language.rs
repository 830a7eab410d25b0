//! Which language is spoken.

use crate::kit::Site;

/// What one sentence is said in, for a locale.
fn said(arguments: &str, variables: &[(&str, &str)]) -> &'static str {
    let output = Site::empty().run_with(arguments, variables);
    if output.err.contains("使い方") { "ja" } else { "en" }
}

#[test]
fn it_follows_the_option_then_the_locale_then_japanese() {
    assert_eq!(said("x", &[]), "ja");
    assert_eq!(said("x", &[("LANG", "ja_JP.UTF-8")]), "ja");
    assert_eq!(said("x", &[("LANG", "C.UTF-8")]), "ja");
    assert_eq!(said("x", &[("LANG", "en_US.UTF-8")]), "en");
    assert_eq!(said("x", &[("LANG", "en_US.UTF-8"), ("LC_ALL", "ja_JP.UTF-8")]), "ja");
    assert_eq!(said("x", &[("LANG", "ja_JP.UTF-8"), ("LC_MESSAGES", "en_US.UTF-8")]), "en");
    assert_eq!(said("x", &[("LANG", "en_US.UTF-8"), ("LC_ALL", "")]), "en");
    assert_eq!(said("x --lang=ja", &[("LANG", "en_US.UTF-8")]), "ja");
    assert_eq!(said("x --lang en", &[]), "en");
}
