use super::*;

#[test]
fn a_theme_changes_a_word_of_one_language() {
    let mut changes = ThemeWords::default();
    changes.ja.insert("home".to_owned(), "トップ".to_owned());
    let words = SiteWords::new(&changes);
    assert_eq!((words.of("ja").home, words.of("en").home, words.of("ja").search), ("トップ", "Home", "検索"));
}

#[test]
fn every_word_is_said_in_both_languages() {
    for (name, ja, en) in TABLE {
        // English has one word where Japanese names the year in two calendars.
        assert!(!ja.trim().is_empty() && (!en.trim().is_empty() || *name == "fiscal_year_western"), "{name}");
        assert!(en.is_ascii(), "{name}: {en}");
        let own = ja.split('{').map(|part| part.split_once('}').map_or(part, |(_, text)| text)).collect::<String>();
        assert!(own.is_empty() || !own.is_ascii(), "{name}: {ja}");
        assert!(!format!("{ja}{en}").contains(['<', '>', '&', '"']), "{name}: words go into HTML as they are");
    }
}

/// In English a year has one name only.
const ONE_CALENDAR: [&str; 3] = ["fiscal_year_western", "year_name", "year_full"];

#[test]
fn both_languages_leave_the_same_places_to_be_filled() {
    let places = |text: &str| {
        let mut places: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect();
        places.sort();
        places
    };
    for (name, ja, en) in TABLE.iter().filter(|(name, _, _)| !ONE_CALENDAR.contains(name)) {
        assert_eq!(places(ja), places(en), "{name}");
    }
}

#[test]
fn the_language_of_a_page_chooses_the_words() {
    let none = ThemeWords::default();
    let words = SiteWords::new(&none);
    for (language, expected) in
        [("ja", "ja"), ("ja-simple", "ja"), ("JA", "ja"), ("", "ja"), ("en", "en"), ("en-GB", "en"), ("ko", "en")]
    {
        assert_eq!(words.of(language).language, expected, "{language}");
    }
}
