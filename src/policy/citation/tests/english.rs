//! Places and citations of documents that are not Japanese.

use super::super::place_cursor::atoms;
use super::*;

fn places(markdown: &str) -> Places {
    Places::of(&Body { naming: NamingLanguage::English, ..body(markdown) })
}

#[test]
fn places_are_named_in_english() {
    for (markdown, expected) in [
        ("## 5 Parks\n\n1. Trees\n2. Paths\n\n   More.\n", "5 | 5, item 1 | 5, item 2 | 5, item 2, paragraph 2"),
        (
            "Opening.\n\n## Section 2. Fees\n\n(a) Small\n\n(b) Large\n\nNote.\n",
            "preamble, paragraph 1 | Section 2 | Section 2(a) | Section 2(b) | Section 2(b), paragraph 2",
        ),
        ("## ARTICLE 1 - General\n\n### 1.010 Title\n\nText.\n", "ARTICLE 1 | 1.010 | 1.010, paragraph 1"),
        (
            "## Article II\n\n### Section 3 Fees\n\n- one\n",
            "Article II | Article II, Section 3 | Article II, Section 3, bullet 1",
        ),
        (
            "## Aims\n\nText.\n\n| a |\n|---|\n| b |\n",
            "“Aims” | “Aims”, paragraph 1 | “Aims”, table 1 | “Aims”, table 1, row 1",
        ),
        ("> Said.\n", "quotation 1, paragraph 1"),
        ("## Schedule 1: Fees\n\n1. One\n2. Two\n", "Schedule 1 | Schedule 1, item 1 | Schedule 1, item 2"),
        ("## 1 One\n\n(1) a\n\n(1) b\n", "1 | 1(1) | 1(1) (no. 2)"),
    ] {
        let places = places(markdown);
        let written: Vec<&str> = places.all().iter().map(|place| &*place.written).collect();
        assert_eq!(written.join(" | "), expected, "{markdown}");
        for place in places.all() {
            assert_eq!(places.find(&place.written), PlaceMatch::One(place), "its own name");
            let folded = atoms(&place.written);
            assert!(folded.is_some(), "{} is read as a place", place.written);
        }
    }
}

#[test]
fn places_are_found_by_what_english_readers_write() {
    let text = "## Article I\n\n### Section 1 Title\n\n### Section 2 Scope\n\n(a) One\n\n(b) Two\n\n## Article II\n\n### Section 3 Fees\n\nText.\n\n## Article IV\n\n### 7.010 Fees\n\n### 7.020 Refunds\n";
    let places = places(text);
    let found = |written: &str| match places.find(written) {
        PlaceMatch::One(place) => place.written.to_string(),
        PlaceMatch::Several(all) => format!("{} places", all.len()),
        PlaceMatch::Nothing => "-".to_owned(),
    };
    for (written, expected) in [
        ("Article I, Section 2(b)", "Article I, Section 2(b)"),
        ("section 2 (b)", "Article I, Section 2(b)"),
        ("Sec. 2(b)", "Article I, Section 2(b)"),
        ("§ 3", "Article II, Section 3"),
        ("Article II, Section 3, paragraph 1", "Article II, Section 3, paragraph 1"),
        ("7.020", "Article IV, 7.020"),
        ("Section 7.020", "Article IV, 7.020"),
        ("ARTICLE II", "Article II"),
        ("Article 2", "Article II"),
        ("Chapter 2", "-"),
        ("Section 9", "-"),
    ] {
        assert_eq!(found(written), expected, "{written}");
    }
}

#[test]
fn citations_are_written_and_read_in_english() {
    let citation =
        Citation { title: "Town Plan".to_owned(), place: "Section 2(a)".to_owned(), naming: NamingLanguage::English };
    let edition = Edition {
        issuer: Some("Mayor".to_owned()),
        issued: Some("1 April 2026".to_owned()),
        url: "https://town.example/r8/plan/#s2-1".to_owned(),
        version: Some("1 July 2026".to_owned()),
    };
    let (short, full) = (citation.write(CitationForm::Short), citation.write(CitationForm::Full(&edition)));
    assert_eq!(short, "“Town Plan”, Section 2(a)");
    assert_eq!(
        full,
        "Mayor, “Town Plan” (1 April 2026), Section 2(a), https://town.example/r8/plan/#s2-1 (version of 1 July 2026)"
    );
    for text in [&*short, &*full, "\"Town Plan\", Section 2(a)", "Source: “Town Plan”, Section 2(a)"] {
        let readings = Citation::readings(text);
        let first = readings.first().map(|reading| (&*reading.title, &*reading.place));
        assert_eq!(first, Some(("Town Plan", "Section 2(a)")), "{text}");
    }
    let version = Citation::readings(&full).remove(0).dated;
    assert_eq!(version, Dated::in_brackets("2026年7月1日版"), "the version, not the day of issue");
}
