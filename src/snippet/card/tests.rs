//! Tests of drawn cards.

use super::{AuthorTexts, CardRenderer, CardShape, CardTemplate, CardWords};
use crate::corpus::Corpus;
use crate::corpus::testing::{page, site};
use crate::diagnostic::SourceFile;
use crate::snippet::{Subject, subjects};

const TEMPLATE: &str = include_str!("../../../themes/default/cards/card.svg");

fn template(text: &str) -> CardTemplate {
    CardTemplate::new(SourceFile::new("themes/default/cards/card.svg", text)).unwrap()
}

fn with_clause(text: &str, sidecar: &str) -> Corpus {
    let document = page("R8", "方針", &format!("## 1 取組\n\n(1) {text} {{#a1}}\n"));
    let settings = "title: 市の方針\ncity: 市\nbase_url: https://www.example.jp/\n";
    site(&[("site.yaml", settings), ("r8/a.md", &document), ("r8/a.yaml", sidecar)])
}

fn subject(corpus: &Corpus) -> Subject<'_> {
    let document = corpus.public.values().next().unwrap();
    subjects(corpus, document).into_iter().find(|subject| subject.clause.address().id == "a1").unwrap()
}

/// The text shown on a card, or the code of the finding that says why there is none.
fn said(text: &str, sidecar: &str, authors: AuthorTexts) -> Result<String, &'static str> {
    let corpus = with_clause(text, sidecar);
    let (template, subject) = (template(TEMPLATE), subject(&corpus));
    let words = CardWords::of(&corpus.site, &subject, authors).unwrap();
    let renderer = CardRenderer::new(&template, None).unwrap();
    let card = renderer.draw(&subject, &words, CardShape::Wide).map_err(|finding| finding.code.id)?;
    assert!(card.png.starts_with(b"\x89PNG"));
    Ok(card.alternative)
}

#[test]
fn a_card_shows_the_longest_text_that_fits() {
    let own = "clauses:\n  a1:\n    sns:\n      card: 市報を、もっと。\n";
    let long = "市民の声を聴くこと。".repeat(20);
    for (text, sidecar, authors, expected) in [
        ("一。", "", AuthorTexts::All, "「方針」1(1)\n取組\n一。"),
        ("一。", own, AuthorTexts::All, "「方針」1(1)\n取組\n市報を、もっと。"),
        // The public does not see a text that nobody has approved.
        ("一。", own, AuthorTexts::Approved, "「方針」1(1)\n取組\n一。"),
        // No sentence is cut, and a note says how many of them are shown.
        (
            &format!("{}。二。", "字".repeat(150)),
            "",
            AuthorTexts::All,
            &format!("「方針」1(1)\n取組\n{}。二。", "字".repeat(150)),
        ),
        (
            &format!("{}。{}。", "字".repeat(165), "二".repeat(20)),
            "",
            AuthorTexts::All,
            &format!("「方針」1(1)\n取組\n{}。\n（全2文のうち1文目）", "字".repeat(165)),
        ),
        (
            &long,
            "",
            AuthorTexts::All,
            &format!("「方針」1(1)\n取組\n{}\n（全20文のうち1～16文目）", "市民の声を聴くこと。".repeat(16)),
        ),
        (&"字".repeat(400), "", AuthorTexts::All, "「方針」1(1)\n取組"),
    ] {
        assert_eq!(said(text, sidecar, authors).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn a_card_with_a_missing_glyph_or_a_long_text_is_refused() {
    let own = |card: &str| format!("clauses:\n  a1:\n    sns:\n      card: {card}\n");
    for (text, sidecar, expected) in [
        ("𠮷野の取組。", String::new(), "card-glyph-missing"),
        ("一。", own("絵文字😀"), "card-glyph-missing"),
        ("一。", own("\"一\\n二\\n三\\n四\\n五\\n六\\n七\\n八\\n九\""), "card-text-too-long"),
    ] {
        assert_eq!(said(text, &sidecar, AuthorTexts::All), Err(expected), "{text}");
    }
}

/// 180 characters fit in the smallest type, even if many of them may not begin a line.
#[test]
fn a_text_as_long_as_the_channel_allows_fits() {
    for unit in [
        "字",
        "字、",
        "字「語」",
        "字ャ",
        "ゼロカーボンシティ。",
        "2050年",
        "字字字字字字字字字字字字字字字字字字字字字字字字字字字字」",
    ] {
        let text: String = unit.chars().cycle().take(179).chain(['。']).collect();
        let said = said(&text, "", AuthorTexts::All).unwrap();
        assert!(said.ends_with(&text) || said.contains("文目）"), "{said}");
    }
}

/// A new version of the renderer may draw other bytes. Look at the cards before you change the digests.
#[test]
fn a_card_has_the_same_bytes_on_every_machine() {
    let corpus = with_clause("市民が必要としている情報を容易に入手できるように努めること。", "");
    let (template, subject) = (template(TEMPLATE), subject(&corpus));
    let words = CardWords::of(&corpus.site, &subject, AuthorTexts::All).unwrap();
    let drawn = CardShape::ALL.map(|shape| {
        let renderer = CardRenderer::new(&template, None).unwrap();
        let once = renderer.draw(&subject, &words, shape).unwrap().png;
        assert_eq!(renderer.draw(&subject, &words, shape).unwrap().png, once);
        blake3::hash(&once).to_hex()[..16].to_owned()
    });
    assert_eq!(drawn, ["0566c3c3e6d81574", "d52c867f16684afd"]);
}

/// `docs/themes.md` lists the variables of the template.
#[test]
fn every_variable_of_the_template_is_documented() {
    let docs = include_str!("../../../docs/themes.md").split("## `cards/card.svg`").nth(1).unwrap();
    let corpus = with_clause("一。", "");
    let words = CardWords::of(&corpus.site, &subject(&corpus), AuthorTexts::All).unwrap();
    let font = super::font::Font::embedded().unwrap();
    let layout = super::layout::layout(&font, &words, CardShape::Wide, "#0017c1").unwrap();
    let given = serde_json::to_value(&layout).unwrap();
    for name in given.as_object().unwrap().keys() {
        assert!(docs.contains(&format!("`card.{name}`")), "{name}");
    }
    for name in ["size", "lines", "text", "x", "y"] {
        assert!(docs.contains(&format!("`{name}`")), "{name}");
    }
    let line = given["name"]["lines"][0].as_object().unwrap();
    assert_eq!(line.keys().collect::<Vec<_>>(), ["text", "x", "y"]);
}

#[test]
fn a_broken_template_is_reported() {
    let broken = CardTemplate::new(SourceFile::new("t.svg", "<svg>{{ card. }}</svg>"));
    assert_eq!(broken.unwrap_err().code.id, "template-syntax");
    let corpus = with_clause("一。", "");
    let subject = subject(&corpus);
    let words = CardWords::of(&corpus.site, &subject, AuthorTexts::All).unwrap();
    for text in ["<svg>{{ card.titel }}</svg>", "<svg><g></svg>", "no drawing"] {
        let template = template(text);
        let drawn = CardRenderer::new(&template, None).unwrap().draw(&subject, &words, CardShape::Wide);
        assert_eq!(drawn.unwrap_err().code.id, "template-render", "{text}");
    }
}

/// A template cannot put a file of the machine into a picture.
#[test]
fn a_template_opens_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("red.svg");
    std::fs::write(
        &path,
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9' fill='red'/></svg>",
    )
    .unwrap();
    let corpus = with_clause("一。", "");
    let subject = subject(&corpus);
    let words = CardWords::of(&corpus.site, &subject, AuthorTexts::All).unwrap();
    let drawn = |inside: &str| {
        let template =
            template(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{inside}</svg>"));
        CardRenderer::new(&template, None).unwrap().draw(&subject, &words, CardShape::Wide).unwrap().png
    };
    let with_file = drawn(&format!("<image href=\"{}\" width=\"9\" height=\"9\"/>", path.display()));
    assert_eq!(with_file, drawn(""));
    assert_ne!(drawn("<rect width=\"9\" height=\"9\" fill=\"red\"/>"), drawn(""));
}
