//! The output of a command at its end, in the format asked for.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::{Map, Value};

use super::arguments::Format;
use super::console::Console;
use super::error::{CommandError, Failure};
use super::release::MadePublic;
use super::{CommandContext, Exit, Verbosity, complete_commands, summary};
use crate::diagnostic::catalogue;
use crate::diagnostic::text::{self, TextStyle};
use crate::diagnostic::{Diagnostics, Lang, Severity, json, sarif};
use crate::output::directory::Published;
use crate::pipeline::{FileFate, Outcome, Work};

/// The version of the JSON format; grows when a field changes its meaning.
const SCHEMA: u32 = 1;

/// The outcome of a check or a build.
pub(super) struct Report<'a> {
    outcome: &'a Outcome,
    output: Option<BuildOutput<'a>>,
    release: Option<MadePublic>,
}

/// The changes of a build's output folder.
struct BuildOutput<'a> {
    target: &'a Path,
    published: Option<Published>,
    /// Address records that were written, relative to the site's folder.
    records: Vec<String>,
    took: Duration,
}

impl<'a> Report<'a> {
    pub(super) fn of_check(outcome: &'a Outcome) -> Self {
        Self { outcome, output: None, release: None }
    }

    /// `published` is `None` when there was nothing to be published.
    pub(super) fn of_build(
        outcome: &'a Outcome,
        published: Option<Published>,
        target: &'a Path,
        started: Instant,
    ) -> Self {
        let written = outcome.records.written.iter().map(|(path, _)| path);
        let records: BTreeSet<&String> = written.chain(&outcome.records.removed).collect();
        let records = records.into_iter().cloned().collect();
        Self {
            outcome,
            output: Some(BuildOutput { target, published, records, took: started.elapsed() }),
            release: None,
        }
    }

    /// The report of a release.
    pub(super) fn with_release(self, release: Option<MadePublic>) -> Self {
        Self { release, ..self }
    }
}

/// The findings with commands that can be run as they are shown.
fn completed(found: &Diagnostics, context: &CommandContext) -> Diagnostics {
    complete_commands::complete(found, context.site.as_deref())
}

/// Prints the report. The exit says whether the findings make the command fail.
pub(super) fn print(report: &Report<'_>, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let found = &completed(&report.outcome.diagnostics, context);
    let exit =
        if found.iter().any(|finding| finding.severity >= context.fails_from) { Exit::Findings } else { Exit::Fine };
    match context.format {
        Format::Text => {
            console.err(&as_text(report, found, context))?;
            if let Some(release) = report.release.as_ref().filter(|_| context.verbosity != Verbosity::Quiet) {
                console.out(&release.text(context.lang))?;
            }
        }
        Format::Json => console.out(&document(&as_json(report, found, exit, context.lang)))?,
        Format::Sarif => console.out(&document(&sarif::log(found, context.lang)))?,
    }
    Ok(exit)
}

/// The answer of a command, and its findings.
pub(super) struct Answer<'a> {
    /// For people, on standard output.
    pub(super) text: &'a str,
    /// For programs: an object, whose fields stand beside those every document has.
    pub(super) value: &'a Value,
    /// The findings; none of them stops the command.
    pub(super) found: &'a Diagnostics,
}

/// Prints an answer with its findings: for people on two streams, for programs as one document on standard output.
pub(super) fn answer(answer: &Answer<'_>, context: &CommandContext, console: &mut Console) -> Result<(), Failure> {
    let Answer { text, value, found } = *answer;
    let found = &completed(found, context);
    match context.format {
        Format::Text => {
            if !text.is_empty() {
                console.out(text)?;
            }
            if !found.is_empty() && context.verbosity != Verbosity::Quiet {
                console.err(&text::render(found, context.lang, TextStyle::Coloured))?;
            }
        }
        Format::Json => {
            let document = findings_document(found, Exit::Fine, context.lang);
            console.out(&self::document(&Answered { document, own: value.as_object() }))?;
        }
        Format::Sarif => console.out(&document(&sarif::log(found, context.lang)))?,
    }
    Ok(())
}

/// Prints an answer without findings.
pub(super) fn say(text: &str, value: &Value, context: &CommandContext, console: &mut Console) -> Result<(), Failure> {
    answer(&Answer { text, value, found: &Diagnostics::default() }, context, console)
}

/// A document with findings only.
fn findings_document(found: &Diagnostics, exit: Exit, lang: Lang) -> JsonDocument<'_> {
    JsonDocument {
        summary: Some(JsonSummary::of(found)),
        findings: json::findings(found, lang),
        ..JsonDocument::empty(exit)
    }
}

/// The document, with the fields of a command's own answer.
#[derive(Serialize)]
struct Answered<'a> {
    #[serde(flatten)]
    document: JsonDocument<'a>,
    #[serde(flatten)]
    own: Option<&'a Map<String, Value>>,
}

/// Prints the findings that stop a command.
pub(super) fn refusal(found: &Diagnostics, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let found = &completed(found, context);
    match context.format {
        Format::Text => console.err(&text::render(found, context.lang, TextStyle::Coloured))?,
        Format::Json => console.out(&document(&findings_document(found, Exit::Findings, context.lang)))?,
        Format::Sarif => console.out(&document(&sarif::log(found, context.lang)))?,
    }
    Ok(Exit::Findings)
}

/// Prints the findings that stop a command, or hands the failure on.
pub(super) fn error(error: CommandError, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    match error {
        CommandError::Found(found) => refusal(&found, context, console),
        CommandError::Failure(failure) => Err(failure),
    }
}

/// Prints why a command could not be carried out.
pub(super) fn failure(failure: &Failure, context: &CommandContext, console: &mut Console) -> Exit {
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
    let found = completed(&found, context);
    let _ = match context.format {
        Format::Text if found.is_empty() => Ok(()),
        Format::Text => console.err(&text::render(&found, context.lang, TextStyle::Coloured)),
        Format::Json => {
            let findings = json::findings(&found, context.lang);
            console.out(&document(&JsonDocument { findings, ..JsonDocument::empty(Exit::Failure) }))
        }
        Format::Sarif => console.out(&document(&sarif::log(&found, context.lang))),
    };
    Exit::Failure
}

fn plainly(reason: &str, lang: Lang, console: &mut Console) -> Exit {
    // If the message cannot be written either, the exit code has to do.
    let _ = console.err(&format!("{}: {reason}\n", text::severity_name(Severity::Error, lang)));
    Exit::Failure
}

fn as_text(report: &Report<'_>, diagnostics: &Diagnostics, context: &CommandContext) -> String {
    let Outcome { accounts, work, zone, .. } = report.outcome;
    let lang = context.lang;
    if context.verbosity == Verbosity::Quiet {
        let fatal = diagnostics.iter().filter(|finding| finding.severity >= context.fails_from).cloned().collect();
        return text::render(&fatal, lang, TextStyle::Coloured);
    }
    let mut out = text::render(diagnostics, lang, TextStyle::Coloured);
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
    if report.output.as_ref().is_some_and(|output| output.published.is_some()) {
        out.push_str(&summary::unreleased(report.outcome.release, lang));
    }
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
    let Some(BuildOutput { target, published, records, took }) = &report.output else {
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

/// The JSON format; described in `docs/findings.md`.
#[derive(Serialize)]
struct JsonDocument<'a> {
    tool: &'static str,
    version: &'static str,
    schema: u32,
    exit: u8,
    summary: Option<JsonSummary>,
    findings: Vec<json::JsonFinding<'a>>,
    sources: Vec<JsonSource<'a>>,
    work: Option<Work>,
    output: Option<JsonOutput<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    release: Option<&'a MadePublic>,
}

#[derive(Serialize)]
struct JsonSummary {
    errors: usize,
    warnings: usize,
    infos: usize,
}

impl JsonSummary {
    fn of(found: &Diagnostics) -> Self {
        Self {
            errors: found.count(Severity::Error),
            warnings: found.count(Severity::Warning),
            infos: found.count(Severity::Info),
        }
    }
}

#[derive(Serialize)]
struct JsonSource<'a> {
    path: &'a str,
    fate: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
}

#[derive(Serialize)]
struct JsonOutput<'a> {
    path: String,
    published: bool,
    written: &'a [String],
    unchanged: usize,
    removed: usize,
    /// Address records that were written, relative to the site's folder.
    records: &'a [String],
}

impl JsonDocument<'_> {
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
            release: None,
        }
    }
}

fn as_json<'a>(report: &'a Report<'_>, diagnostics: &'a Diagnostics, exit: Exit, lang: Lang) -> JsonDocument<'a> {
    let Outcome { accounts, work, .. } = report.outcome;
    let source = |(path, fate): (&'a String, &FileFate)| JsonSource {
        path,
        fate: summary::fate_id(*fate),
        from: match fate {
            FileFate::Future(at) => Some(at.to_string()),
            _ => None,
        },
    };
    JsonDocument {
        summary: Some(JsonSummary::of(diagnostics)),
        findings: json::findings(diagnostics, lang),
        sources: accounts.0.iter().map(source).collect(),
        work: Some(*work),
        output: report.output.as_ref().map(written),
        release: report.release.as_ref(),
        ..JsonDocument::empty(exit)
    }
}

fn written<'a>(output: &'a BuildOutput<'_>) -> JsonOutput<'a> {
    let published = output.published.as_ref();
    JsonOutput {
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
    // Serialising these values into memory cannot fail.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
