//! Tera's errors as findings with a place in the template.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use tera::{Error, ErrorKind, ReportError};

use crate::diagnostic::{Diagnostic, Diagnostics, Finding, SourceFile, Span, catalogue};

type Templates = BTreeMap<String, Arc<SourceFile>>;

/// A page that could not be made.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RenderFailure {
    message: String,
    file: Option<Arc<SourceFile>>,
    range: Range<usize>,
}

impl RenderFailure {
    /// Whether it is the same mistake on another page. The message may name other variables there.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        match (&self.file, &other.file) {
            (Some(file), Some(same)) => Arc::ptr_eq(file, same) && self.range == other.range,
            _ => self == other,
        }
    }

    /// As a finding, with the page it was met on.
    pub(crate) fn on(&self, page: &str) -> Diagnostic {
        let finding = catalogue::template_render(page, &self.message);
        match &self.file {
            Some(file) => finding.at(Span::new(file, self.range.clone())),
            None => finding.of_site(),
        }
    }
}

/// Reports a template that cannot be read. Other errors need the other templates and are met later.
pub(super) fn push_syntax(error: &Error, file: &Arc<SourceFile>, found: &mut Diagnostics) {
    if let ErrorKind::SyntaxError(report) = error.kind() {
        found.push(catalogue::template_syntax(report.message()).at(Span::new(file, range(report, file))));
    }
}

/// Reports names that lead nowhere.
pub(super) fn push_reference(error: &Error, templates: &Templates, found: &mut Diagnostics) {
    match error.kind() {
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("Unknown template `{parent}`");
            found.push(at_name(catalogue::template_reference(&message), templates.get(current), parent));
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
        | ErrorKind::CircularInclude { tpl, include_chain: chain } => {
            let message = format!("`{tpl}` leads back to itself: {}", chain.join(" → "));
            let next = chain.iter().find(|name| *name != tpl).unwrap_or(tpl);
            found.push(at_name(catalogue::template_reference(&message), templates.get(tpl), next));
        }
        ErrorKind::Msg(text) => push_reports(text, templates, found),
        other => found.push(catalogue::template_reference(&other.to_string()).of_site()),
    }
}

/// The failure of a page.
pub(super) fn render_failure(error: &Error, template: &str, templates: &Templates) -> RenderFailure {
    let (message, name, report) = match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
            (report.message().to_owned(), report.filename(), Some(report))
        }
        other => (other.to_string(), template, None),
    };
    let file = templates.get(name).cloned();
    let range = report.zip(file.as_ref()).map_or(0..0, |(report, file)| range(report, file));
    RenderFailure { message, file, range }
}

/// At the place in a template where another one is named.
fn at_name(finding: Finding, file: Option<&Arc<SourceFile>>, name: &str) -> Diagnostic {
    let Some(file) = file else { return finding.of_site() };
    let start = file.text.find(&format!("\"{name}\"")).or_else(|| file.text.find(&format!("'{name}'")));
    match start {
        Some(start) => finding.at(Span::new(file, start..start + name.len() + 2)),
        None => finding.in_file(&file.path),
    }
}

/// Unknown filters, functions, tests, components, includes and blocks: Tera gives all of them at once, but as one text:
/// `error: Unknown filter …`, then ` --> name:line:column` (both from 1, columns in characters), then the excerpt.
fn push_reports(text: &str, templates: &Templates, found: &mut Diagnostics) {
    let mut message = text.lines().next().unwrap_or(text);
    let mut placed = false;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("error: ") {
            message = rest;
        } else if let Some(place) = line.trim_start().strip_prefix("--> ").and_then(|place| located(place, templates)) {
            found.push(catalogue::template_reference(message).at(place));
            placed = true;
        }
    }
    if !placed {
        found.push(catalogue::template_reference(message).of_site());
    }
}

fn located(place: &str, templates: &Templates) -> Option<Span> {
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let file = templates.get(parts.next()?)?;
    let start: usize = file.text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let column = file.text[start..].char_indices().nth(column.checked_sub(1)?).map_or(0, |(at, _)| at);
    let start = start + column;
    let length = file.text[start..].find(|c: char| !(c.is_alphanumeric() || "_.\"'".contains(c))).unwrap_or(0);
    Some(Span::new(file, start..start + length.max(1).min(file.text.len() - start)))
}

/// Tera's range, kept within the file and on character boundaries.
fn range(report: &ReportError, file: &SourceFile) -> Range<usize> {
    let inside = |at: usize| file.text.floor_char_boundary(at);
    let Range { start, end } = &report.span().range;
    inside(*start)..inside(*end).max(inside(*start))
}
