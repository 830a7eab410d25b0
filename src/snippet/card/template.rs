//! The template of cards: an SVG around the words, which a site can replace.

use std::sync::Arc;

use tera::{Context, Error, ErrorKind, ReportError, Tera};

use crate::diagnostic::{Diagnostic, SourceFile, Span, catalogue};

/// The template's name in Tera. Its suffix turns escaping on.
const NAME: &str = "card.svg";

/// A parsed template of cards.
#[derive(Debug)]
pub struct CardTemplate {
    tera: Tera,
    file: Arc<SourceFile>,
}

impl CardTemplate {
    /// Parses a template.
    ///
    /// # Errors
    /// A syntax error with its place.
    pub fn new(file: Arc<SourceFile>) -> Result<Self, Box<Diagnostic>> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".svg"]);
        let added = tera.add_raw_template(NAME, &file.text);
        match added {
            Ok(()) => Ok(Self { tera, file }),
            Err(error) => Err(Box::new(at(&error, &file))),
        }
    }

    /// The SVG of a card.
    pub(super) fn render(&self, values: &Context) -> Result<String, Box<Diagnostic>> {
        self.tera.render(NAME, values).map_err(|error| Box::new(at(&error, &self.file)))
    }

    /// The finding for an SVG that cannot be drawn.
    pub(super) fn undrawable(&self, why: &str) -> Box<Diagnostic> {
        Box::new(catalogue::template_render(NAME, why).in_file(&self.file.path))
    }
}

fn at(error: &Error, file: &Arc<SourceFile>) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) => placed(catalogue::template_syntax(report.message()), report, file),
        ErrorKind::RenderingError(report) => placed(catalogue::template_render(NAME, report.message()), report, file),
        other => {
            let message = other.to_string();
            let first = message.lines().next().unwrap_or(&message);
            catalogue::template_reference(first.strip_prefix("error: ").unwrap_or(first)).in_file(&file.path)
        }
    }
}

fn placed(finding: crate::diagnostic::Finding, report: &ReportError, file: &Arc<SourceFile>) -> Diagnostic {
    let inside = |at: usize| file.text.floor_char_boundary(at);
    let range = &report.span().range;
    finding.at(Span::new(file, inside(range.start)..inside(range.end).max(inside(range.start))))
}
