use super::*;
use crate::diagnostic::{Bilingual, SourceFile, catalogue};

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(&SourceFile::new("content/r8/a.md", text), start..start + words.len())
}

fn only(diagnostic: Diagnostic) -> Diagnostics {
    [diagnostic].into_iter().collect()
}

#[test]
fn carets_stand_under_full_width_text() {
    let found = only(catalogue::not_utf8().at(span("---\n# 題名: 平成の終わり です\n", "平成の終わり")));
    insta::assert_snapshot!(render(&found, Lang::Ja, TextStyle::Plain), @r"
    エラー[not-utf8]: UTF-8 の文字として読めないバイトがあります
     --> content/r8/a.md:2:7
      |
    2 | # 題名: 平成の終わり です
      |         ^^^^^^^^^^^^
      |
      = なぜ: 文字化けしたまま公開しないため、読めないファイルは扱いません。
      = 直し方: エディタで「UTF-8」を選んで保存し直してください（Excel やメモ帳の「ANSI」は Shift_JIS です）。

    くわしい説明と例: hoshin explain コード（たとえば hoshin explain not-utf8）
    ");
    insta::assert_snapshot!(render(&found, Lang::En, TextStyle::Plain), @r#"
    error[not-utf8]: this file is not valid UTF-8
     --> content/r8/a.md:2:7
      |
    2 | # 題名: 平成の終わり です
      |         ^^^^^^^^^^^^
      |
      = why: A file that cannot be read with certainty is never published garbled.
      = help: Save it as UTF-8 in your editor ("ANSI" in Notepad or Excel means Shift_JIS).

    explanations with examples: hoshin explain CODE (for instance hoshin explain not-utf8)
    "#);
}

#[test]
fn a_related_place_is_shown_with_its_note() {
    let text = "(1) 一\n(2) 二\n(1) 三\n";
    let file = SourceFile::new("content/r8/a.md", text);
    let note = Bilingual { ja: "最初の (1) はここです".into(), en: "the first (1) is here".into() };
    let again = text.rfind("(1)").unwrap();
    let found =
        only(catalogue::not_utf8().at(Span::new(&file, again..again + 3)).with_related(Span::new(&file, 0..3), note));
    insta::assert_snapshot!(render(&found, Lang::Ja, TextStyle::Plain), @r"
    エラー[not-utf8]: UTF-8 の文字として読めないバイトがあります
     --> content/r8/a.md:3:1
      |
    3 | (1) 三
      | ^^^
      |
     ::: content/r8/a.md:1:1
      |
    1 | (1) 一
      | --- 最初の (1) はここです
      |
      = なぜ: 文字化けしたまま公開しないため、読めないファイルは扱いません。
      = 直し方: エディタで「UTF-8」を選んで保存し直してください（Excel やメモ帳の「ANSI」は Shift_JIS です）。

    くわしい説明と例: hoshin explain コード（たとえば hoshin explain not-utf8）
    ");
}

#[test]
fn findings_without_a_range_name_the_file_or_nothing() {
    insta::assert_snapshot!(render(&only(catalogue::not_utf8().in_file("content/r8/\u{202e}a.md")), Lang::En, TextStyle::Plain), @r#"
    error[not-utf8]: this file is not valid UTF-8
    --> content/r8/<U+202E>a.md
     = why: A file that cannot be read with certainty is never published garbled.
     = help: Save it as UTF-8 in your editor ("ANSI" in Notepad or Excel means Shift_JIS).

    explanations with examples: hoshin explain CODE (for instance hoshin explain not-utf8)
    "#);
    insta::assert_snapshot!(render(&only(catalogue::not_utf8().of_site()), Lang::En, TextStyle::Plain), @r#"
    error[not-utf8]: this file is not valid UTF-8
     |
     = why: A file that cannot be read with certainty is never published garbled.
     = help: Save it as UTF-8 in your editor ("ANSI" in Notepad or Excel means Shift_JIS).

    explanations with examples: hoshin explain CODE (for instance hoshin explain not-utf8)
    "#);
}

#[test]
fn an_empty_line_and_an_empty_file_have_a_caret_too() {
    insta::assert_snapshot!(render(&only(catalogue::not_utf8().at(span("あ\n\nい", "\n"))), Lang::En, TextStyle::Plain), @r#"
    error[not-utf8]: this file is not valid UTF-8
     --> content/r8/a.md:1:2
      |
    1 | あ
      |   ^
      |
      = why: A file that cannot be read with certainty is never published garbled.
      = help: Save it as UTF-8 in your editor ("ANSI" in Notepad or Excel means Shift_JIS).

    explanations with examples: hoshin explain CODE (for instance hoshin explain not-utf8)
    "#);
    insta::assert_snapshot!(render(&only(catalogue::not_utf8().at(span("", ""))), Lang::En, TextStyle::Plain), @r#"
    error[not-utf8]: this file is not valid UTF-8
     --> content/r8/a.md:1:1
      |
    1 |
      | ^
      |
      = why: A file that cannot be read with certainty is never published garbled.
      = help: Save it as UTF-8 in your editor ("ANSI" in Notepad or Excel means Shift_JIS).

    explanations with examples: hoshin explain CODE (for instance hoshin explain not-utf8)
    "#);
}

#[test]
fn without_findings_the_text_is_empty() {
    assert_eq!(render(&Diagnostics::default(), Lang::Ja, TextStyle::Plain), "");
}

#[test]
fn colours_change_no_word() {
    let found = only(catalogue::not_utf8().at(span("題名: 平成", "平成")));
    let coloured = render(&found, Lang::Ja, TextStyle::Coloured);
    assert!(coloured.contains("\u{1b}["));
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), render(&found, Lang::Ja, TextStyle::Plain));
}

#[test]
fn errors_are_shown_first_when_there_are_too_many_findings() {
    let many = |severity, count: usize, path: &'static str| {
        (0..count).map(move |_| Diagnostic { severity, ..catalogue::not_utf8().in_file(path) })
    };
    let found: Diagnostics = many(Severity::Info, 3, "a.md")
        .chain(many(Severity::Warning, 120, "b.md"))
        .chain(many(Severity::Error, 2, "c.md"))
        .collect();
    let text = render(&found, Lang::Ja, TextStyle::Plain);
    assert_eq!(text.matches("エラー[").count(), 2);
    assert_eq!(text.matches("警告[").count(), 98);
    assert!(text.contains("\nほか 25 件（警告 22・情報 3）\n"), "{text}");
    assert!(text.find("b.md").unwrap() < text.find("c.md").unwrap());
}

proptest::proptest! {
    /// Whatever a file contains and wherever a finding points, it is shown, and nothing in it reaches the terminal
    /// that is not for reading.
    #[test]
    fn any_text_and_any_range_are_shown(text in "(\\PC|[\u{202e}\u{2066}\u{200b}\u{1b}\n\t長])*", start in 0_usize..200, length in 0_usize..200) {
        let span = Span::new(&SourceFile::new("content/a.md", text), start..start + length);
        let shown = render(&only(catalogue::not_utf8().at(span)), Lang::Ja, TextStyle::Plain);
        proptest::prop_assert!(shown.starts_with("エラー[not-utf8]: "));
        let disturbs = shown.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\u{1b}', '\t']);
        proptest::prop_assert!(!disturbs, "{shown:?}");
    }
}
