//! The drawing around the words, an SVG that a site can put its own in place of.

use std::sync::Arc;

use tera::{Context, Error, ErrorKind, ReportError, Tera};

use crate::diagnostic::{Diagnostic, SourceFile, Span, catalogue};

/// The name Tera knows it by; its suffix says that what is put in must be escaped.
const NAME: &str = "card.svg";

/// The template of cards, read.
#[derive(Debug)]
pub struct CardTemplate {
    tera: Tera,
    file: Arc<SourceFile>,
}

impl CardTemplate {
    /// Reads a template.
    ///
    /// # Errors
    /// What is wrong with it, and where.
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
    pub(super) fn filled(&self, values: &Context) -> Result<String, Box<Diagnostic>> {
        self.tera.render(NAME, values).map_err(|error| Box::new(at(&error, &self.file)))
    }

    /// What the drawing, filled in, has against it.
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
