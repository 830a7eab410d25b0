//! Reads the front matter of a document.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::fields::{Fields, YamlReader};
use super::reserved::reserved_part;
use super::suggest::nearest;
use super::values::{contact, date, flag, id_like, is_document_id, language, required_date};
use super::yaml::{YamlNode, YamlValue};
use crate::diagnostic::{Located, catalogue};
use crate::policy::{DocumentId, FiscalYear, Issuer, Metadata, Status, TextCorrection, Upper, WrittenDate};

/// The keys of front matter, in the order in which help lists them.
const KEYS: [&str; 23] = [
    "id",
    "title",
    "kind",
    "fiscal_year",
    "issued",
    "declared",
    "revised",
    "revision_note",
    "corrections",
    "issuer",
    "organization",
    "upper",
    "aliases",
    "replaces",
    "status",
    "publish_at",
    "language",
    "variant_of",
    "example",
    "license",
    "summary",
    "contact",
    "extra",
];

const STATUSES: [(&str, Status); 4] = [
    ("draft", Status::Draft),
    ("approved", Status::Approved),
    ("published", Status::Published),
    ("superseded", Status::Superseded),
];

/// Values of the site that front matter must agree with. `None` if their file cannot be read; nothing is then compared
/// with it.
#[derive(Debug, PartialEq)]
pub(super) struct MetadataContext {
    pub(super) kinds: Option<Vec<String>>,
    pub(super) organizations: Option<Vec<String>>,
    pub(super) time_zone: TimeZone,
    pub(super) language: String,
}

/// Reads front matter. `path` is the document's path below `content/` without its suffix.
pub(super) fn read(
    reader: &mut YamlReader<'_>,
    node: YamlNode,
    path: &str,
    context: &MetadataContext,
) -> Option<(Located<DocumentId>, Metadata)> {
    let start = node.range.start;
    let mut fields = reader.top(node, &KEYS);
    let id = document_id(&mut fields, reader, path, start);
    let title = fields.required(reader, "title");
    let kind = kind(&mut fields, reader, context);
    let fiscal_year = fiscal_year(&mut fields, reader);
    let issued = date(&mut fields, reader, "issued");
    let declared = date(&mut fields, reader, "declared");
    let revised = date(&mut fields, reader, "revised");
    let revision_note = fields.plain(reader, "revision_note");
    let corrections = corrections(&mut fields, reader);
    let issuer = issuer(&mut fields, reader);
    let organization = organization(&mut fields, reader, context);
    let upper = fields.texts(reader, "upper").into_iter().map(upper).collect();
    let aliases = aliases(&mut fields, reader);
    let replaces = fields.text(reader, "replaces").and_then(|text| valid_document_id(reader, text));
    let status = status(&mut fields, reader);
    let publish_at = publish_at(&mut fields, reader, &context.time_zone);
    let language = language(&mut fields, reader).unwrap_or_else(|| context.language.clone());
    let variant_of = fields.text(reader, "variant_of").and_then(|text| valid_document_id(reader, text));
    let example = flag(&mut fields, reader, "example").unwrap_or_default();
    let extra = fields.take("extra").map(|node| node.range);
    let license = fields.plain(reader, "license");
    let summary = fields.plain(reader, "summary");
    let contact = contact(&mut fields, reader);
    let meta = Metadata {
        title: title?,
        kind: kind?,
        fiscal_year: fiscal_year?,
        issued,
        declared,
        revised,
        revision_note,
        corrections,
        issuer,
        organization,
        upper,
        aliases,
        replaces,
        status: status?,
        publish_at,
        language,
        variant_of,
        example,
        extra,
        license,
        summary,
        contact,
    };
    Some((id?, meta))
}

/// Reads the slips that were mended after a release. One without a day or a clause is reported and left out.
fn corrections(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Vec<TextCorrection> {
    let mut corrections = Vec::new();
    for node in fields.list(reader, "corrections") {
        let mut fields = reader.fields(node, "corrections", &["date", "clause", "note"]);
        let date = required_date(&mut fields, reader, "date");
        let clause = fields.required(reader, "clause");
        let note = fields.plain(reader, "note");
        corrections.extend(date.zip(clause).map(|(date, clause)| TextCorrection { date, clause, note }));
    }
    corrections
}

fn document_id(
    fields: &mut Fields,
    reader: &mut YamlReader<'_>,
    path: &str,
    start: usize,
) -> Option<Located<DocumentId>> {
    let written = fields.text(reader, "id");
    let is_from_path = written.is_none();
    let id = written.unwrap_or_else(|| Located::new(path.to_owned(), start..start));
    if let Some(part) = reserved_part(&id.value) {
        let finding = catalogue::reserved_id(&id.value, part);
        if is_from_path {
            reader.found.push(finding.in_file(reader.file.path.as_str()));
        } else {
            reader.report(finding, &id.range);
        }
        return None;
    }
    if is_from_path && !is_document_id(&id.value) {
        let suggestion = id_like(&id.value).filter(|near| is_document_id(near));
        let finding = catalogue::bad_file_id(&id.value, suggestion.as_deref());
        reader.found.push(finding.in_file(reader.file.path.as_str()));
        return None;
    }
    valid_document_id(reader, id)
}

/// Reads the kind. A kind that the site does not know is reported and kept.
fn kind(fields: &mut Fields, reader: &mut YamlReader<'_>, context: &MetadataContext) -> Option<Located<String>> {
    let kind = fields.required(reader, "kind")?;
    if let Some(kinds) = &context.kinds
        && !kinds.contains(&kind.value)
    {
        let suggestion = nearest(&kind.value, kinds.iter().map(String::as_str));
        reader.report(catalogue::unknown_kind(&kind.value, suggestion), &kind.range);
    }
    Some(kind)
}

fn fiscal_year(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<Located<FiscalYear>> {
    let written = fields.required(reader, "fiscal_year")?;
    match FiscalYear::parse(&written.value) {
        Ok(year) => Some(Located::new(year, written.range)),
        Err(_) => {
            reader.report(catalogue::bad_fiscal_year(&written.value), &written.range);
            None
        }
    }
}

fn issuer(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<Issuer> {
    let node = fields.take("issuer")?;
    let mut fields = reader.fields(node, "issuer", &["post", "name", "as_printed"]);
    let post = fields.plain(reader, "post");
    let name = fields.plain(reader, "name");
    let as_printed = fields.text(reader, "as_printed");
    Some(Issuer { post, name, as_printed })
}

/// Reads the department. A department that the site does not know is reported and kept.
fn organization(
    fields: &mut Fields,
    reader: &mut YamlReader<'_>,
    context: &MetadataContext,
) -> Option<Located<String>> {
    let id = fields.text(reader, "organization")?;
    check_organization(reader, &id, context.organizations.as_deref());
    Some(id)
}

/// Reports a department that `organizations.yaml` does not have.
pub(super) fn check_organization(reader: &mut YamlReader<'_>, id: &Located<String>, known: Option<&[String]>) {
    if let Some(known) = known
        && !known.contains(&id.value)
    {
        let suggestion = nearest(&id.value, known.iter().map(String::as_str));
        reader.report(catalogue::unknown_organization(&id.value, suggestion), &id.range);
    }
}

/// A text that can be an id is an id; any other text is a printed title.
fn upper(text: Located<String>) -> Located<Upper> {
    let upper =
        if is_document_id(&text.value) { Upper::Document(DocumentId(text.value)) } else { Upper::Title(text.value) };
    Located::new(upper, text.range)
}

/// Reads former ids of the document. A text that cannot be an id is reported and left out.
fn aliases(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Vec<Located<DocumentId>> {
    fields.texts(reader, "aliases").into_iter().filter_map(|text| alias(reader, text)).collect()
}

fn alias(reader: &mut YamlReader<'_>, text: Located<String>) -> Option<Located<DocumentId>> {
    if let Some(part) = reserved_part(&text.value) {
        reader.report(catalogue::reserved_id(&text.value, part), &text.range);
        return None;
    }
    valid_document_id(reader, text)
}

/// A text that must have the form of a document's id. The document need not exist.
fn valid_document_id(reader: &mut YamlReader<'_>, text: Located<String>) -> Option<Located<DocumentId>> {
    if is_document_id(&text.value) {
        return Some(Located::new(DocumentId(text.value), text.range));
    }
    let suggestion = id_like(&text.value).filter(|near| is_document_id(near));
    reader.report(catalogue::bad_id(&text.value, suggestion.as_deref()), &text.range);
    None
}

/// Reads the status. A document without one is a draft, so that a forgotten line publishes nothing.
fn status(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<Status> {
    let Some(written) = fields.text(reader, "status") else { return Some(Status::default()) };
    if let Some((_, status)) = STATUSES.iter().find(|(name, _)| *name == written.value) {
        return Some(*status);
    }
    let suggestion = nearest(&written.value, STATUSES.iter().map(|(name, _)| *name));
    reader.report(catalogue::bad_status(&written.value, suggestion), &written.range);
    None
}

/// Reads the moment of publication.
pub(super) fn publish_at(
    fields: &mut Fields,
    reader: &mut YamlReader<'_>,
    zone: &TimeZone,
) -> Option<Located<Timestamp>> {
    let node = fields.take("publish_at")?;
    let range = node.range.clone();
    // An empty value must not publish the document at once.
    let is_blank = matches!(&node.value, YamlValue::Empty | YamlValue::Text(_));
    let Some(written) = reader.text_of(node, "publish_at") else {
        if is_blank {
            reader.report(catalogue::bad_publish_at(""), &range);
        }
        return None;
    };
    let Some(moment) = moment(&written.value, zone) else {
        reader.report(catalogue::bad_publish_at(&written.value), &written.range);
        return None;
    };
    Some(Located::new(moment, written.range))
}

/// Reads a moment. Without an offset it is in the site's time zone; a date alone means 00:00.
fn moment(written: &str, zone: &TimeZone) -> Option<Timestamp> {
    if let Ok(moment) = written.parse::<Timestamp>() {
        return Some(moment);
    }
    let local = match WrittenDate::parse(written) {
        Ok(day) => day.date.to_datetime(jiff::civil::Time::midnight()),
        // jiff would ignore an offset or a zone, and would accept a date without a time.
        Err(_) if is_plain_date_time(written) => written.parse::<DateTime>().ok()?,
        Err(_) => return None,
    };
    zone.to_timestamp(local).ok()
}

/// True for `2026-04-01T09:00` with `T` or a space, with or without seconds.
fn is_plain_date_time(written: &str) -> bool {
    let fits = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        10 => matches!(byte, b'T' | b' '),
        13 | 16 => byte == b':',
        _ => byte.is_ascii_digit(),
    };
    matches!(written.len(), 16 | 19) && written.bytes().enumerate().all(fits)
}

#[cfg(test)]
mod tests {
    use super::moment;
    use jiff::tz::TimeZone;

    #[test]
    fn moments_are_read_in_the_time_zone_of_the_site() {
        let tokyo = TimeZone::get("Asia/Tokyo").unwrap();
        for (written, expected) in [
            ("2026-04-01T09:00:00+09:00", Some("2026-04-01T00:00:00Z")),
            ("2026-04-01T00:00:00Z", Some("2026-04-01T00:00:00Z")),
            ("2026-04-01T09:00", Some("2026-04-01T00:00:00Z")),
            ("2026-04-01 09:00", Some("2026-04-01T00:00:00Z")),
            ("2026-04-01", Some("2026-03-31T15:00:00Z")),
            ("令和8年4月1日", Some("2026-03-31T15:00:00Z")),
            ("2026-04-31", None),
            ("2026-04-01T25:00", None),
            ("2026-04-01T09:00+99:00", None),
            ("2026-04-01T09:00-99:00", None),
            ("20260401", None),
            ("4月1日", None),
            ("明日", None),
        ] {
            let read = moment(written, &tokyo).map(|moment| moment.to_string());
            assert_eq!(read.as_deref(), expected, "{written}");
        }
    }
}
