//! A data file being written: cells in the order of its columns, as CSV and as JSON.

use std::fmt::Display;

use csv::{Terminator, Writer, WriterBuilder};

use super::column::{Dataset, FileForm, ValueKind};
use super::english::said;
use crate::policy::NamingLanguage;

/// Makes spreadsheets read UTF-8.
const MARK: &str = "\u{feff}";

/// A writer of rows. Nothing is put before what a spreadsheet takes for a formula: the data is the text. The data page says
/// so, and `formula-like-text` tells the authors.
pub(super) struct Sheet {
    dataset: &'static Dataset,
    csv: Option<Writer<Vec<u8>>>,
    json: Option<Vec<u8>>,
    /// The column that is next.
    at: usize,
    rows: usize,
}

/// Rows as they stand in the files of a dataset.
pub(super) struct SheetRows {
    csv: Option<Vec<u8>>,
    json: Option<Vec<u8>>,
    rows: usize,
}

impl Sheet {
    /// Without rows.
    pub(super) fn new(dataset: &'static Dataset) -> Self {
        let csv = || WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
        Self {
            dataset,
            csv: dataset.forms.contains(&FileForm::Csv).then(csv),
            json: dataset.forms.contains(&FileForm::Json).then(Vec::new),
            at: 0,
            rows: 0,
        }
    }

    /// The rows written so far.
    pub(super) fn finish(self) -> SheetRows {
        let csv = self.csv.map(|csv| csv.into_inner().unwrap_or_default());
        SheetRows { csv, json: self.json, rows: self.rows }
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

    /// A number, true or false: a value without quotes in JSON.
    pub(super) fn bare(&mut self, value: impl Display) {
        self.cell(&value.to_string(), |json, text| json.extend_from_slice(text.as_bytes()));
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
        self.cell("", |json, _| json.extend_from_slice(b"null"));
    }

    fn quoted(&mut self, text: &str) {
        self.cell(text, push_string);
    }

    /// Writes a cell in both forms. Writing to memory cannot fail.
    fn cell(&mut self, text: &str, push_json: impl Fn(&mut Vec<u8>, &str)) {
        let is_last = self.at + 1 == self.dataset.columns.len();
        if let Some(csv) = &mut self.csv {
            let _ = csv.write_field(text);
            if is_last {
                let _ = csv.write_record(None::<&[u8]>);
            }
        }
        if let Some(json) = &mut self.json {
            json.push(if self.at > 0 { b',' } else { b'{' });
            push_string(json, self.dataset.columns.get(self.at).map_or("", |column| column.name));
            json.push(b':');
            push_json(json, text);
            if is_last {
                json.extend_from_slice(b"},\n");
            }
        }
        self.at = if is_last { 0 } else { self.at + 1 };
        self.rows += usize::from(is_last);
    }
}

/// A string of JSON.
fn push_string(json: &mut Vec<u8>, text: &str) {
    let _ = serde_json::to_writer(json, text);
}

impl SheetRows {
    /// How many rows there are.
    pub(super) fn count(&self) -> usize {
        self.rows
    }

    /// Adds the rows of another document of the same dataset.
    pub(super) fn append(&mut self, other: &Self) {
        for (own, others) in [(&mut self.csv, &other.csv), (&mut self.json, &other.json)] {
            if let (Some(own), Some(others)) = (own, others) {
                own.extend_from_slice(others);
            }
        }
        self.rows += other.rows;
    }

    /// The files of the dataset, each with its suffix.
    pub(super) fn files(self, dataset: &Dataset) -> Vec<(&'static str, String)> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let mut files = Vec::new();
        if let Some(rows) = self.csv {
            let names: Vec<&str> = dataset.columns.iter().map(|column| column.name).collect();
            files.push((FileForm::Csv.suffix(), format!("{MARK}{}\r\n{}", names.join(","), text(&rows))));
        }
        if let Some(rows) = self.json {
            let rows = text(rows.strip_suffix(b",\n").unwrap_or(&rows));
            files.push((
                FileForm::Json.suffix(),
                if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{rows}\n]\n") },
            ));
        }
        files
    }
}

/// The schema of a row, for one of the forms: JSON Schema 2020-12. A CSV is validated as an array of objects whose values are
/// all strings, empty where there is none.
pub(super) fn schema(dataset: &Dataset, form: FileForm, id: &str, language: NamingLanguage) -> String {
    let mut properties = serde_json::Map::new();
    for column in dataset.columns {
        let kind = column.kind.in_language(language);
        let mut property = match form {
            FileForm::Csv => in_csv(kind, column.required),
            FileForm::Json => in_json(kind, column.required),
        };
        if let Some(property) = property.as_object_mut() {
            property.insert("description".to_owned(), said(column.what, language).into());
        }
        properties.insert(column.name.to_owned(), property);
    }
    let names: Vec<&str> = dataset.columns.iter().map(|column| column.name).collect();
    let schema = serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": id,
        "title": said(dataset.title, language),
        "description": said(dataset.row, language),
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

fn in_csv(kind: ValueKind, required: bool) -> serde_json::Value {
    // One line, and no space at either end.
    let text = r"[^\s](?:[^\r\n]*[^\s])?";
    let pattern = match kind {
        ValueKind::Text => text.to_owned(),
        ValueKind::AreaCode => "[0-9]{6}".to_owned(),
        ValueKind::Integer => "-?[0-9]+".to_owned(),
        ValueKind::Number => r"-?[0-9]+(?:\.[0-9]+)?".to_owned(),
        ValueKind::Date => "[0-9]{4}-[0-9]{2}-[0-9]{2}".to_owned(),
        ValueKind::Url => r"https?://[^\s]+".to_owned(),
        ValueKind::Flag => "true|false".to_owned(),
        ValueKind::Choice(words) => words.join("|"),
    };
    let pattern = if required { format!("^(?:{pattern})$") } else { format!("^(?:{pattern})?$") };
    serde_json::json!({ "type": "string", "pattern": pattern })
}

fn in_json(kind: ValueKind, required: bool) -> serde_json::Value {
    let name = match kind {
        ValueKind::Integer => "integer",
        ValueKind::Number => "number",
        ValueKind::Flag => "boolean",
        ValueKind::Text | ValueKind::AreaCode | ValueKind::Date | ValueKind::Url | ValueKind::Choice(_) => "string",
    };
    let mut property = serde_json::json!({ "type": name });
    if !required {
        property["type"] = serde_json::json!([name, "null"]);
    }
    match kind {
        ValueKind::AreaCode => property["pattern"] = "^[0-9]{6}$".into(),
        ValueKind::Date => property["format"] = "date".into(),
        ValueKind::Url => property["format"] = "uri".into(),
        ValueKind::Choice(words) => {
            let mut all: Vec<serde_json::Value> = words.iter().map(|word| (*word).into()).collect();
            if !required {
                all.push(serde_json::Value::Null);
            }
            property["enum"] = all.into();
        }
        ValueKind::Text | ValueKind::Integer | ValueKind::Number | ValueKind::Flag => {}
    }
    property
}
