//! What a command says at its end, in the form that was asked for.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::{Map, Value};

use super::arguments::Format;
use super::console::Console;
use super::{Context, Exit, Failure, Verbosity, summary};
use crate::diagnostic::catalogue;
use crate::diagnostic::text::{self, Style};
use crate::diagnostic::{Diagnostics, Lang, Severity, json, sarif};
use crate::output::directory::Published;
use crate::pipeline::{Fate, Outcome, Work};

/// The version of the JSON form; grows when a field changes its meaning.
const SCHEMA: u32 = 1;

/// How a command went.
pub(super) struct Report<'a> {
    outcome: &'a Outcome,
    output: Option<Output<'a>>,
}

/// What a build did to its output folder.
struct Output<'a> {
    target: &'a Path,
    published: Option<Published>,
    /// Address records that were written, relative to the site's folder.
    records: Vec<String>,
    took: Duration,
}

impl<'a> Report<'a> {
    pub(super) fn of_check(outcome: &'a Outcome) -> Self {
        Self { outcome, output: None }
    }

    /// `published` is `None` when there was nothing to be published.
    pub(super) fn of_build(
        outcome: &'a Outcome,
        published: Option<Published>,
        target: &'a Path,
        started: Instant,
    ) -> Self {
        let records: BTreeSet<&String> = outcome.locks.iter().map(|(path, _)| path).collect();
        let records = records.into_iter().cloned().collect();
        Self { outcome, output: Some(Output { target, published, records, took: started.elapsed() }) }
    }
}

/// Prints the report. The exit says whether something found makes the command fail.
pub(super) fn print(report: &Report<'_>, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
    let found = &report.outcome.diagnostics;
    let exit =
        if found.iter().any(|finding| finding.severity >= context.fails_from) { Exit::Findings } else { Exit::Fine };
    match context.format {
        Format::Text => console.err(&as_text(report, context))?,
        Format::Json => console.out(&document(&as_json(report, exit, context.lang)))?,
        Format::Sarif => console.out(&document(&sarif::log(found, context.lang)))?,
    }
    Ok(exit)
}

/// What a command answers, and what it has found.
pub(super) struct Answer<'a> {
    /// For people, on standard output.
    pub(super) text: &'a str,
    /// For programs: an object, whose fields stand beside those every document has.
    pub(super) value: &'a Value,
    /// What was found and stops nothing.
    pub(super) found: &'a Diagnostics,
}

/// Prints an answer with all that was found: for people on two streams, for programs as one document on standard output.
pub(super) fn answer(answer: &Answer<'_>, context: &Context, console: &mut Console) -> Result<(), Failure> {
    let Answer { text, value, found } = *answer;
    match context.format {
        Format::Text => {
            if !text.is_empty() {
                console.out(text)?;
            }
            if !found.is_empty() && context.verbosity != Verbosity::Quiet {
                console.err(&text::render(found, context.lang, Style::Coloured))?;
            }
        }
        Format::Json => {
            let document = told(found, Exit::Fine, context.lang);
            console.out(&self::document(&Answered { document, own: value.as_object() }))?;
        }
        Format::Sarif => console.out(&document(&sarif::log(found, context.lang)))?,
    }
    Ok(())
}

/// The same of a command that has found nothing.
pub(super) fn say(text: &str, value: &Value, context: &Context, console: &mut Console) -> Result<(), Failure> {
    answer(&Answer { text, value, found: &Diagnostics::default() }, context, console)
}

/// A document of findings alone.
fn told(found: &Diagnostics, exit: Exit, lang: Lang) -> Document<'_> {
    Document { summary: Some(Summary::of(found)), findings: json::findings(found, lang), ..Document::empty(exit) }
}

/// The document, with the fields of a command's own answer.
#[derive(Serialize)]
struct Answered<'a> {
    #[serde(flatten)]
    document: Document<'a>,
    #[serde(flatten)]
    own: Option<&'a Map<String, Value>>,
}

/// Prints why there is no answer.
pub(super) fn refusal(found: &Diagnostics, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
    match context.format {
        Format::Text => console.err(&text::render(found, context.lang, Style::Coloured))?,
        Format::Json => console.out(&document(&told(found, Exit::Findings, context.lang)))?,
        Format::Sarif => console.out(&document(&sarif::log(found, context.lang)))?,
    }
    Ok(Exit::Findings)
}

/// Prints why a command could not be carried out.
pub(super) fn failure(failure: &Failure, context: &Context, console: &mut Console) -> Exit {
    let found: Diagnostics = match failure {
        Failure::Publish(error) => [error.diagnostic()].into_iter().collect(),
        Failure::Records(error) => [error.diagnostic()].into_iter().collect(),
        Failure::Port(address, error) => [catalogue::port_taken(address, error).of_site()].into_iter().collect(),
        Failure::Site(found) => found.clone(),
        Failure::Read(error) => [error.diagnostic().clone()].into_iter().collect(),
        Failure::Threads(reason) => {
            plainly(reason, context.lang, console);
            Diagnostics::default()
        }
        Failure::Console(error) => return plainly(&error.to_string(), context.lang, console),
    };
    let _ = match context.format {
        Format::Text if found.is_empty() => Ok(()),
        Format::Text => console.err(&text::render(&found, context.lang, Style::Coloured)),
        Format::Json => {
            let findings = json::findings(&found, context.lang);
            console.out(&document(&Document { findings, ..Document::empty(Exit::Failure) }))
        }
        Format::Sarif => console.out(&document(&sarif::log(&found, context.lang))),
    };
    Exit::Failure
}

fn plainly(reason: &str, lang: Lang, console: &mut Console) -> Exit {
    // If that cannot be said either, the exit code has to do.
    let _ = console.err(&format!("{}: {reason}\n", text::severity_name(Severity::Error, lang)));
    Exit::Failure
}

fn as_text(report: &Report<'_>, context: &Context) -> String {
    let Outcome { diagnostics, accounts, work, zone, .. } = report.outcome;
    let lang = context.lang;
    if context.verbosity == Verbosity::Quiet {
        let fatal = diagnostics.iter().filter(|finding| finding.severity >= context.fails_from).cloned().collect();
        return text::render(&fatal, lang, Style::Coloured);
    }
    let mut out = text::render(diagnostics, lang, Style::Coloured);
    if !out.is_empty() {
        out.push('\n');
    }
    if context.verbosity == Verbosity::Verbose {
        out.push_str(&summary::details(accounts, zone, *work, lang));
        if let Some(published) = report.output.as_ref().and_then(|output| output.published.as_ref()) {
            out.push_str(&summary::written(published, lang));
        }
        if let Some(output) = &report.output {
            out.push_str(&summary::recorded(&output.records, lang));
        }
    }
    let fates = summary::accounts(accounts, zone, lang);
    let strict = if fails_by_warnings(diagnostics, context.fails_from) { strict_note(lang) } else { "" };
    let counts = summary::findings(diagnostics, lang);
    out.push_str(&format!("{counts}{strict}; {fates}{}\n", ending(report, lang)));
    out
}

fn fails_by_warnings(found: &Diagnostics, fails_from: Severity) -> bool {
    !found.has_errors() && found.iter().any(|finding| finding.severity >= fails_from)
}

fn strict_note(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "（--strict により警告も誤りとして扱いました）",
        Lang::En => " (with --strict, warnings fail)",
    }
}

fn ending(report: &Report<'_>, lang: Lang) -> String {
    let Some(Output { target, published, records, took }) = &report.output else {
        return String::new();
    };
    let (target, seconds) = (target.display(), took.as_secs_f64());
    let (records, published) = (summary::records(records.len(), lang), published.as_ref());
    match (published.map(|published| summary::published(published, lang)), lang) {
        (Some(published), Lang::Ja) => format!("{records}; {target} に{published}（{seconds:.2} 秒）"),
        (Some(published), Lang::En) => format!("{records}; {target}: {published} ({seconds:.2} s)"),
        (None, Lang::Ja) => format!("; 公開しませんでした（{target} は元のままです）"),
        (None, Lang::En) => format!("; not published ({target} is as it was)"),
    }
}

/// The JSON form; described in `docs/findings.md`.
#[derive(Serialize)]
struct Document<'a> {
    tool: &'static str,
    version: &'static str,
    schema: u32,
    exit: u8,
    summary: Option<Summary>,
    findings: Vec<json::Finding<'a>>,
    sources: Vec<Source<'a>>,
    work: Option<Work>,
    output: Option<Written<'a>>,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    infos: usize,
}

impl Summary {
    fn of(found: &Diagnostics) -> Self {
        Self {
            errors: found.count(Severity::Error),
            warnings: found.count(Severity::Warning),
            infos: found.count(Severity::Info),
        }
    }
}

#[derive(Serialize)]
struct Source<'a> {
    path: &'a str,
    fate: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
}

#[derive(Serialize)]
struct Written<'a> {
    path: String,
    published: bool,
    written: &'a [String],
    unchanged: usize,
    removed: usize,
    /// Address records that were written, relative to the site's folder.
    records: &'a [String],
}

impl Document<'_> {
    fn empty(exit: Exit) -> Self {
        Self {
            tool: "hoshin",
            version: env!("CARGO_PKG_VERSION"),
            schema: SCHEMA,
            exit: exit.code(),
            summary: None,
            findings: Vec::new(),
            sources: Vec::new(),
            work: None,
            output: None,
        }
    }
}

fn as_json<'a>(report: &'a Report<'_>, exit: Exit, lang: Lang) -> Document<'a> {
    let Outcome { diagnostics, accounts, work, .. } = report.outcome;
    let source = |(path, fate): (&'a String, &Fate)| Source {
        path,
        fate: summary::fate_id(*fate),
        from: match fate {
            Fate::Future(at) => Some(at.to_string()),
            _ => None,
        },
    };
    Document {
        summary: Some(Summary::of(diagnostics)),
        findings: json::findings(diagnostics, lang),
        sources: accounts.0.iter().map(source).collect(),
        work: Some(*work),
        output: report.output.as_ref().map(written),
        ..Document::empty(exit)
    }
}

fn written<'a>(output: &'a Output<'_>) -> Written<'a> {
    let published = output.published.as_ref();
    Written {
        path: output.target.display().to_string(),
        published: published.is_some(),
        written: published.map_or(&[], |published| &published.written),
        unchanged: published.map_or(0, |published| published.unchanged),
        removed: published.map_or(0, |published| published.removed),
        records: &output.records,
    }
}

/// A value as a JSON document of its own, with a final line end.
pub(super) fn document(value: &impl Serialize) -> String {
    // Serialising values of ours into memory has nothing to fail at; an empty document would be noticed.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
