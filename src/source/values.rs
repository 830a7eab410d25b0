//! Reads values that occur in several files: ids, dates, links, contacts.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::fields::{Fields, YamlReader};
use super::storable::is_device;
use crate::diagnostic::{Located, catalogue};
use crate::japanese::folded;
use crate::policy::{Contact, DateError, FiscalYear, WrittenDate, is_language_tag, nearest_language_tag};

/// Longest part of an id in bytes. File systems allow 255 for a name, and the output adds suffixes.
const MAX_PART: usize = 100;

/// True for a word that can be the id of a department, a plan or a theme: lowercase ASCII letters, digits, `-` and `_`.
pub(super) fn is_id(word: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
    !word.is_empty() && word.len() <= MAX_PART && word.bytes().all(allowed) && !is_device(word)
}

/// True for a path that can be the id of a document: ids with `/` between them.
#[must_use]
pub fn is_document_id(path: &str) -> bool {
    path.split('/').all(is_id)
}

/// The id that is nearest to a text; `None` if too little of the text is left.
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

/// The value of `id`, which must be there and be an id.
pub(super) fn required_id(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<Located<String>> {
    let id = fields.required(reader, "id")?;
    valid_id(reader, id, "seisaku-keiei-bu")
}

/// A text that must be an id. If it is not, the finding names the nearest id, else the example.
pub(super) fn valid_id(reader: &mut YamlReader<'_>, text: Located<String>, example: &str) -> Option<Located<String>> {
    if is_id(&text.value) {
        return Some(text);
    }
    let suggestion = id_like(&text.value).filter(|near| is_id(near));
    reader.report(catalogue::bad_id(&text.value, suggestion.as_deref().or(Some(example))), &text.range);
    None
}

/// A time zone of the IANA database; Asia/Tokyo where none is given or it is unknown.
pub(super) fn time_zone(fields: &mut Fields, reader: &mut YamlReader<'_>) -> String {
    if let Some(name) = fields.text(reader, "time_zone") {
        if TimeZone::get(&name.value).is_ok() {
            return name.value;
        }
        reader.report(catalogue::bad_time_zone(&name.value), &name.range);
    }
    "Asia/Tokyo".to_owned()
}

/// Reads a date and keeps it as written.
pub(super) fn date(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str) -> Option<Located<WrittenDate>> {
    let written = fields.text(reader, key)?;
    day(reader, written)
}

/// Reads a date that must be there.
pub(super) fn required_date(
    fields: &mut Fields,
    reader: &mut YamlReader<'_>,
    key: &str,
) -> Option<Located<WrittenDate>> {
    let written = fields.required(reader, key)?;
    day(reader, written)
}

/// Reads a date from a text, or reports that it is none.
pub(super) fn day(reader: &mut YamlReader<'_>, written: Located<String>) -> Option<Located<WrittenDate>> {
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

/// Reads the first day of a period: a day, or a fiscal year, which starts on 1 April.
pub(super) fn first_day(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str) -> Option<Date> {
    bound(fields, reader, key, |year| Date::new(year, 4, 1).ok())
}

/// Reads the last day of a period: a day, or a fiscal year, which ends on 31 March.
pub(super) fn last_day(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str) -> Option<Date> {
    bound(fields, reader, key, |year| Date::new(year.checked_add(1)?, 3, 31).ok())
}

fn bound(
    fields: &mut Fields,
    reader: &mut YamlReader<'_>,
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
pub(super) fn url(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str) -> Option<Located<String>> {
    let url = fields.text(reader, key)?;
    if is_url(&url.value) {
        return Some(url);
    }
    reader.report(catalogue::bad_url(key, &url.value), &url.range);
    None
}

/// True for a link that is safe to show: http or https, a host, and no character that could end an attribute or a line.
pub(super) fn is_url(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let unsafe_character = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\');
    host.is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '['))
        && !url.contains(unsafe_character)
}

/// Reads `true`, `yes`, `false` or `no`.
pub(super) fn flag(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str) -> Option<bool> {
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

/// Reads a language tag (BCP 47).
pub(super) fn language(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<String> {
    let tag = fields.text(reader, "language")?;
    if is_language_tag(&tag.value) {
        return Some(tag.value);
    }
    let meant = nearest_language_tag(&tag.value);
    reader.report(catalogue::bad_language(&tag.value, meant.as_deref()), &tag.range);
    None
}

/// Reads the office that answers questions.
pub(super) fn contact(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<Contact> {
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
    fn ids_are_lower_case_ascii_and_no_device_names() {
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
    fn the_nearest_id_is_suggested() {
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
    fn only_safe_links_are_shown() {
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
