//! Values that occur in several files: ids, dates, links, contacts.

use jiff::civil::Date;

use super::fields::{Fields, Reader};
use crate::diagnostic::{Located, catalogue};
use crate::japanese::folded;
use crate::policy::{Contact, DateError, FiscalYear, WrittenDate, is_language_tag};

/// Names Windows keeps for devices, with any suffix
/// (<https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file>).
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1", "lpt2", "lpt3",
    "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];
/// Longest part of an id in bytes: file systems allow 255 for a name, and the output adds suffixes.
const MAX_PART: usize = 100;

/// Whether a word can be the id of a unit, a plan or a theme: lowercase ASCII letters, digits, `-` and `_`.
pub(super) fn is_id(word: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
    !word.is_empty() && word.len() <= MAX_PART && word.bytes().all(allowed) && !DEVICES.contains(&word)
}

/// Whether a path can be the id of a document: ids with `/` between them.
#[must_use]
pub fn is_document_id(path: &str) -> bool {
    path.split('/').all(is_id)
}

/// The id nearest to a word, if enough of it is left to recognise.
pub(super) fn id_like(word: &str) -> Option<String> {
    let mut id = String::new();
    for c in folded(word).chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' | '_' | '/' | '-' => id.push(c),
            ' ' | '.' | '–' | '－' => id.push('-'),
            _ => {}
        }
    }
    let recognisable = |part: &str| part.bytes().any(|byte| byte.is_ascii_lowercase()) && is_id(part);
    id.split('/').all(recognisable).then_some(id)
}

/// An id that must be there and be one.
pub(super) fn required_id(fields: &mut Fields, reader: &mut Reader<'_>) -> Option<Located<String>> {
    let id = fields.required(reader, "id")?;
    if is_id(&id.value) {
        return Some(id);
    }
    let suggestion = id_like(&id.value).filter(|near| is_id(near));
    reader.report(catalogue::bad_id(&id.value, suggestion.as_deref().or(Some("seisaku-keiei-bu"))), &id.range);
    None
}

/// A date as written.
pub(super) fn date(fields: &mut Fields, reader: &mut Reader<'_>, key: &str) -> Option<Located<WrittenDate>> {
    let written = fields.text(reader, key)?;
    day(reader, written)
}

/// A date as written, of a key that must be there.
pub(super) fn required_date(fields: &mut Fields, reader: &mut Reader<'_>, key: &str) -> Option<Located<WrittenDate>> {
    let written = fields.required(reader, key)?;
    day(reader, written)
}

/// The day a text names; one nobody can read is reported.
pub(super) fn day(reader: &mut Reader<'_>, written: Located<String>) -> Option<Located<WrittenDate>> {
    match WrittenDate::parse(&written.value) {
        Ok(date) => Some(Located::new(date, written.range)),
        Err(error) => {
            let reason = match error {
                DateError::Unreadable => catalogue::not_a_date(),
                DateError::NoSuchYear => catalogue::no_such_year(),
                DateError::NoSuchMonth => catalogue::no_such_month(),
                DateError::NoSuchDay => catalogue::no_such_day(),
                DateError::BeforeSolarCalendar => catalogue::before_solar_calendar(),
            };
            reader.report(catalogue::bad_date(&written.value, &reason), &written.range);
            None
        }
    }
}

/// The first day of something: a day, or a fiscal year, which starts on 1 April.
pub(super) fn first_day(fields: &mut Fields, reader: &mut Reader<'_>, key: &str) -> Option<Date> {
    bound(fields, reader, key, |year| Date::new(year, 4, 1).ok())
}

/// The last day of something: a day, or a fiscal year, which ends on 31 March.
pub(super) fn last_day(fields: &mut Fields, reader: &mut Reader<'_>, key: &str) -> Option<Date> {
    bound(fields, reader, key, |year| Date::new(year.checked_add(1)?, 3, 31).ok())
}

fn bound(
    fields: &mut Fields,
    reader: &mut Reader<'_>,
    key: &str,
    of_year: impl FnOnce(i16) -> Option<Date>,
) -> Option<Date> {
    let written = fields.text(reader, key)?;
    match FiscalYear::parse(&written.value) {
        Ok(year) => of_year(year.0),
        Err(_) => day(reader, written).map(|date| date.value.date),
    }
}

/// A link that must start with `https://` or `http://`.
pub(super) fn url(fields: &mut Fields, reader: &mut Reader<'_>, key: &str) -> Option<Located<String>> {
    let url = fields.text(reader, key)?;
    if is_url(&url.value) {
        return Some(url);
    }
    reader.report(catalogue::bad_url(key, &url.value), &url.range);
    None
}

/// Whether a link is safe to show: http or https with a host, and nothing that could end an attribute or a line.
pub(super) fn is_url(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let unsafe_character = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\');
    host.is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '['))
        && !url.contains(unsafe_character)
}

/// Yes or no.
pub(super) fn flag(fields: &mut Fields, reader: &mut Reader<'_>, key: &str) -> Option<bool> {
    let written = fields.text(reader, key)?;
    match written.value.as_str() {
        "true" | "yes" => Some(true),
        "false" | "no" => Some(false),
        _ => {
            reader.report(catalogue::wrong_type(key, &catalogue::form_flag()), &written.range);
            None
        }
    }
}

/// A language tag, as far as its form can tell.
pub(super) fn language(fields: &mut Fields, reader: &mut Reader<'_>) -> Option<String> {
    let tag = fields.text(reader, "language")?;
    if is_language_tag(&tag.value) {
        return Some(tag.value);
    }
    reader.report(catalogue::bad_language(&tag.value), &tag.range);
    None
}

/// Whom to ask.
pub(super) fn contact(fields: &mut Fields, reader: &mut Reader<'_>) -> Option<Contact> {
    let node = fields.take("contact")?;
    let mut fields = reader.fields(node, "contact", &["name", "phone", "mail", "url"]);
    let name = fields.required(reader, "name");
    let phone = fields.plain(reader, "phone");
    let mail = fields.plain(reader, "mail");
    let url = url(&mut fields, reader, "url").map(|url| url.value);
    Some(Contact { name: name?.value, phone, mail, url })
}

#[cfg(test)]
mod tests {
    use super::{id_like, is_document_id, is_id, is_url};

    #[test]
    fn which_ids_can_be_used() {
        for good in ["a", "r8", "seisaku-keiei-bu", "2026_a", "con1"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "A", "ａ", "部", "a b", "a.b", "a/b", "con", "lpt1", "é", "%41", &"a".repeat(101)] {
            assert!(!is_id(bad), "{bad}");
        }
        for (path, good) in [
            ("r8/seisaku-keiei", true),
            ("r8//a", false),
            ("/r8", false),
            ("r8/", false),
            ("r8/../a", false),
            ("r8/nul", false),
        ] {
            assert_eq!(is_document_id(path), good, "{path}");
        }
    }

    #[test]
    fn the_nearest_id() {
        for (word, expected) in [
            ("R8/Seisaku Keiei", Some("r8/seisaku-keiei")),
            ("ｒ８/ａ", Some("r8/a")),
            ("r8/方針", None),
            ("方針2026", None),
            ("r8/plan（案）", Some("r8/plan")),
        ] {
            assert_eq!(id_like(word).as_deref(), expected, "{word}");
        }
    }

    #[test]
    fn which_links_are_shown() {
        for (url, good) in [
            ("https://www.city.example.jp/", true),
            ("http://例え.jp/方針", true),
            ("//example.jp/", false),
            ("javascript:alert(1)", false),
            ("https://", false),
            ("https://a b", false),
            ("https://a\"onclick=", false),
            ("www.example.jp", false),
        ] {
            assert_eq!(is_url(url), good, "{url}");
        }
    }
}
