//! A data file being written: cells in the order of its columns, as CSV and as JSON.

use std::fmt::Display;
use std::fmt::Write as _;

use super::column::{Dataset, Form, Kind};

/// Makes spreadsheets read UTF-8.
const MARK: char = '\u{feff}';

/// Rows of a dataset.
pub(super) struct Sheet {
    dataset: &'static Dataset,
    csv: Option<String>,
    json: Option<String>,
    /// The column that is next.
    at: usize,
    rows: usize,
}

impl Sheet {
    /// Without rows.
    pub(super) fn new(dataset: &'static Dataset) -> Self {
        let of = |form: Form| dataset.forms.contains(&form).then(String::new);
        Self { dataset, csv: of(Form::Csv), json: of(Form::Json), at: 0, rows: 0 }
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// A text, on one line and without spaces around it; an empty one is none.
    pub(super) fn text(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return self.none();
        }
        if text.contains(['\n', '\r', '\t', '\u{2028}', '\u{2029}']) {
            let line = text.split(['\n', '\r', '\t', '\u{2028}', '\u{2029}']).map(str::trim);
            let line = line.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            return self.quoted(&line);
        }
        self.quoted(text);
    }

    /// A text, if there is one.
    pub(super) fn some(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.none(),
        }
    }

    /// What is written without quotes in JSON: a number, true or false.
    pub(super) fn bare(&mut self, value: impl Display) {
        self.start();
        for out in [&mut self.csv, &mut self.json].into_iter().flatten() {
            let _ = write!(out, "{value}");
        }
        self.end();
    }

    /// A day, if there is one.
    pub(super) fn day(&mut self, day: Option<jiff::civil::Date>) {
        match day {
            Some(day) => self.quoted(&day.to_string()),
            None => self.none(),
        }
    }

    /// No value: an empty cell, null.
    pub(super) fn none(&mut self) {
        self.start();
        if let Some(json) = &mut self.json {
            json.push_str("null");
        }
        self.end();
    }

    fn quoted(&mut self, text: &str) {
        self.start();
        if let Some(csv) = &mut self.csv {
            push_cell(csv, text);
        }
        if let Some(json) = &mut self.json {
            push_string(json, text);
        }
        self.end();
    }

    fn start(&mut self) {
        let name = self.dataset.columns.get(self.at).map_or("", |column| column.name);
        if let Some(csv) = &mut self.csv
            && self.at > 0
        {
            csv.push(',');
        }
        if let Some(json) = &mut self.json {
            json.push_str(if self.at > 0 { "," } else { "{" });
            push_string(json, name);
            json.push(':');
        }
    }

    fn end(&mut self) {
        self.at += 1;
        if self.at == self.dataset.columns.len() {
            if let Some(csv) = &mut self.csv {
                csv.push_str("\r\n");
            }
            if let Some(json) = &mut self.json {
                json.push_str("},\n");
            }
            self.at = 0;
            self.rows += 1;
        }
    }

    /// Adds the rows of another one.
    pub(super) fn append(&mut self, other: &Self) {
        for (own, others) in [(&mut self.csv, &other.csv), (&mut self.json, &other.json)] {
            if let (Some(own), Some(others)) = (own, others) {
                own.push_str(others);
            }
        }
        self.rows += other.rows;
    }

    /// The files, each with its suffix.
    pub(super) fn files(self) -> Vec<(&'static str, String)> {
        let mut files = Vec::new();
        if let Some(rows) = self.csv {
            let mut csv = String::with_capacity(rows.len() + 1_000);
            csv.push(MARK);
            let names: Vec<&str> = self.dataset.columns.iter().map(|column| column.name).collect();
            csv.push_str(&names.join(","));
            csv.push_str("\r\n");
            csv.push_str(&rows);
            files.push((Form::Csv.suffix(), csv));
        }
        if let Some(rows) = self.json {
            let rows = rows.trim_end_matches(",\n");
            files.push((
                Form::Json.suffix(),
                if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{rows}\n]\n") },
            ));
        }
        files
    }
}

/// A cell of CSV: in quotes only where RFC 4180 needs them. Nothing is put before what a spreadsheet takes for a formula: the
/// data is the text. The data page says so, and `formula-like-text` tells the authors.
fn push_cell(out: &mut String, text: &str) {
    if text.contains(['"', ',', '\n', '\r']) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

/// A string of JSON.
fn push_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if u32::from(c) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// The schema of a row, for one of the forms: JSON Schema 2020-12. A CSV is validated as an array of objects whose values are
/// all strings, empty where there is none.
pub(super) fn schema(dataset: &Dataset, form: Form, id: &str) -> String {
    let mut properties = serde_json::Map::new();
    for column in dataset.columns {
        let mut property = match form {
            Form::Csv => in_csv(column.kind, column.required),
            Form::Json => in_json(column.kind, column.required),
        };
        if let Some(property) = property.as_object_mut() {
            property.insert("description".to_owned(), column.what.into());
        }
        properties.insert(column.name.to_owned(), property);
    }
    let names: Vec<&str> = dataset.columns.iter().map(|column| column.name).collect();
    let schema = serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": id,
        "title": dataset.title,
        "description": dataset.row,
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": names,
            "additionalProperties": false,
        },
    });
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

fn in_csv(kind: Kind, required: bool) -> serde_json::Value {
    // One line, and no space at either end.
    let text = r"[^\s](?:[^\r\n]*[^\s])?";
    let pattern = match kind {
        Kind::Text => text.to_owned(),
        Kind::AreaCode => "[0-9]{6}".to_owned(),
        Kind::Integer => "-?[0-9]+".to_owned(),
        Kind::Number => r"-?[0-9]+(?:\.[0-9]+)?".to_owned(),
        Kind::Date => "[0-9]{4}-[0-9]{2}-[0-9]{2}".to_owned(),
        Kind::Url => r"https?://[^\s]+".to_owned(),
        Kind::Flag => "true|false".to_owned(),
        Kind::Choice(words) => words.join("|"),
    };
    let pattern = if required { format!("^(?:{pattern})$") } else { format!("^(?:{pattern})?$") };
    serde_json::json!({ "type": "string", "pattern": pattern })
}

fn in_json(kind: Kind, required: bool) -> serde_json::Value {
    let name = match kind {
        Kind::Integer => "integer",
        Kind::Number => "number",
        Kind::Flag => "boolean",
        Kind::Text | Kind::AreaCode | Kind::Date | Kind::Url | Kind::Choice(_) => "string",
    };
    let mut property = serde_json::json!({ "type": name });
    if !required {
        property["type"] = serde_json::json!([name, "null"]);
    }
    match kind {
        Kind::AreaCode => property["pattern"] = "^[0-9]{6}$".into(),
        Kind::Date => property["format"] = "date".into(),
        Kind::Url => property["format"] = "uri".into(),
        Kind::Choice(words) => {
            let mut all: Vec<serde_json::Value> = words.iter().map(|word| (*word).into()).collect();
            if !required {
                all.push(serde_json::Value::Null);
            }
            property["enum"] = all.into();
        }
        Kind::Text | Kind::Integer | Kind::Number | Kind::Flag => {}
    }
    property
}
