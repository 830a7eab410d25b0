//! Findings as text: the line with a caret under the words, the reason and the remedy.

use annotate_snippets::level::Level;
use annotate_snippets::{AnnotationKind, Element, Group, Origin, Renderer, Snippet};

use super::cursor::LineCursor;
use super::excerpt::{Excerpt, visible};
use super::{Diagnostic, Diagnostics, Lang, Place, Severity, Span};

/// The most findings that are shown; for the others the text gives their number.
pub const SHOWN_AT_MOST: usize = 100;

/// The width of a shown line with its gutter, in columns. A terminal of 80 columns does not wrap it.
const WIDTH: usize = 80;

/// The style of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextStyle {
    /// Without colours.
    Plain,
    /// With ANSI colours. The stream may still remove them.
    Coloured,
}

/// Renders findings, which should be [sorted](Diagnostics::sorted). Empty if there is none. Of more than
/// [`SHOWN_AT_MOST`], errors are chosen first, then warnings, then information; the order stays.
#[must_use]
pub fn render(found: &Diagnostics, lang: Lang, style: TextStyle) -> String {
    let renderer = match style {
        TextStyle::Plain => Renderer::plain().term_width(WIDTH),
        TextStyle::Coloured => Renderer::styled().term_width(WIDTH),
    };
    let mut cursor = LineCursor::default();
    let shown = shown(found);
    let mut out = String::new();
    for diagnostic in &shown {
        out.push_str(&renderer.render(&[group(diagnostic, lang, &mut cursor)]));
        out.push_str("\n\n");
    }
    if shown.len() < found.len() {
        out.push_str(&rest(found, &shown, lang));
    }
    if let Some(first) = shown.first() {
        out.push_str(&hint(first.code.id, lang));
    }
    out
}

/// The words for a severity.
#[must_use]
pub fn severity_name(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::Ja) => "エラー",
        (Severity::Warning, Lang::Ja) => "警告",
        (Severity::Info, Lang::Ja) => "情報",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::En) => "warning",
        (Severity::Info, Lang::En) => "info",
    }
}

fn shown(found: &Diagnostics) -> Vec<&Diagnostic> {
    let mut chosen: Vec<(usize, &Diagnostic)> = found.iter().enumerate().collect();
    // A stable sort keeps the order within a severity.
    chosen.sort_by_key(|(_, diagnostic)| std::cmp::Reverse(diagnostic.severity));
    chosen.truncate(SHOWN_AT_MOST);
    chosen.sort_by_key(|(index, _)| *index);
    chosen.into_iter().map(|(_, diagnostic)| diagnostic).collect()
}

fn group<'a>(diagnostic: &'a Diagnostic, lang: Lang, cursor: &mut LineCursor<'a>) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let (why, help) = match lang {
        Lang::Ja => ("なぜ", "直し方"),
        Lang::En => ("why", "help"),
    };
    let mut elements: Vec<Element<'a>> = Vec::new();
    match &diagnostic.place {
        Place::Span(span) => {
            let start = cursor.line_column(&span.file, span.range.start);
            elements.push(place(span, start.line, AnnotationKind::Primary, None));
        }
        Place::File(path) => elements.push(Origin::path(visible(path)).into()),
        Place::Site => {}
    }
    if let Some((span, note)) = &diagnostic.related {
        elements.push(place(span, span.start().line, AnnotationKind::Context, Some(note.get(lang))));
    }
    elements.push(Level::NOTE.with_name(why).message(diagnostic.code.why(lang)).into());
    elements.push(Level::HELP.with_name(help).message(sentences(diagnostic.help.get(lang))).into());
    level
        .with_name(severity_name(diagnostic.severity, lang))
        .primary_title(sentences(diagnostic.text.get(lang)))
        .id(diagnostic.code.id)
        .elements(elements)
}

/// A message. It may have lines of its own, each indented by two spaces. Any other line end comes from a file and is
/// spelled out.
fn sentences(text: &str) -> String {
    text.split("\n  ").map(visible).collect::<Vec<_>>().join("\n  ")
}

/// `path:line:column` and the line with its mark. Invisible characters in the mark are named.
fn place<'a>(span: &Span, line: usize, kind: AnnotationKind, note: Option<&str>) -> Element<'a> {
    let Excerpt { text, mark, names } = Excerpt::of(&span.file.text, &span.range);
    Snippet::source(text)
        .path(visible(&span.file.path))
        .line_start(line)
        .annotation(kind.span(mark).label(note.map(visible).or(names)))
        .into()
}

fn rest(found: &Diagnostics, shown: &[&Diagnostic], lang: Lang) -> String {
    let left = |severity| {
        let name = severity_name(severity, lang);
        let of_shown = shown.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        match found.count(severity) - of_shown {
            0 => None,
            count => Some(format!("{name} {count}")),
        }
    };
    let kinds: Vec<String> =
        [Severity::Error, Severity::Warning, Severity::Info].into_iter().filter_map(left).collect();
    let count = found.len() - shown.len();
    match lang {
        Lang::Ja => format!("ほか {count} 件（{}）\n", kinds.join("・")),
        Lang::En => format!("and {count} more ({})\n", kinds.join(", ")),
    }
}

fn hint(code: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("くわしい説明と例: hoshin explain コード（たとえば hoshin explain {code}）\n"),
        Lang::En => format!("explanations with examples: hoshin explain CODE (for instance hoshin explain {code})\n"),
    }
}

#[cfg(test)]
mod tests;
