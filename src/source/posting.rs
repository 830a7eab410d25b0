//! What `site.yaml` says about posts, under `snippet`.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::fields::{Fields, Reader};
use super::sns;
use super::suggest::nearest;
use super::values::{flag, id_like, is_id, is_url};
use super::yaml::Node;
use crate::diagnostic::{Located, catalogue};
use crate::policy::{CSV_FIELDS, CsvTable, Posting};

const KEYS: [&str; 6] = ["head", "tags", "limits", "utm_campaign", "friend_urls", "csv"];

pub(super) fn read(fields: &mut Fields, reader: &mut Reader<'_>) -> Posting {
    let Some(node) = fields.take("snippet") else { return Posting::default() };
    let mut fields = reader.fields(node, "snippet", &KEYS);
    Posting {
        head: fields.plain(reader, "head"),
        tags: sns::tags(&mut fields, reader),
        limits: limits(&mut fields, reader),
        campaign: campaign(&mut fields, reader),
        friend_urls: friend_urls(&mut fields, reader),
        tables: tables(&mut fields, reader),
    }
}

fn named(fields: &mut Fields, reader: &mut Reader<'_>, key: &str) -> Vec<(Located<String>, Node)> {
    fields.take(key).map_or_else(Vec::new, |node| reader.entries(node, key))
}

fn limits(fields: &mut Fields, reader: &mut Reader<'_>) -> BTreeMap<&'static str, usize> {
    let mut limits = BTreeMap::new();
    for (name, node) in named(fields, reader, "limits") {
        let channel = sns::channel(reader, &name);
        let Some(written) = reader.text_of(node, &name.value) else { continue };
        match (written.value.parse(), channel) {
            (Ok(limit), Some(channel)) if limit > 0 => {
                limits.insert(channel.value.name, limit);
            }
            (Ok(1..), None) => {}
            _ => reader.report(catalogue::bad_limit(&written.value), &written.range),
        }
    }
    limits
}

/// The campaign becomes part of links, so it has the form of an id.
fn campaign(fields: &mut Fields, reader: &mut Reader<'_>) -> Option<String> {
    let name = fields.text(reader, "utm_campaign")?;
    id(reader, name)
}

fn id(reader: &mut Reader<'_>, name: Located<String>) -> Option<String> {
    if is_id(&name.value) {
        return Some(name.value);
    }
    let suggestion = id_like(&name.value).filter(|near| is_id(near));
    reader.report(catalogue::bad_id(&name.value, suggestion.as_deref().or(Some("houshin-r8"))), &name.range);
    None
}

fn friend_urls(fields: &mut Fields, reader: &mut Reader<'_>) -> Vec<(String, String)> {
    let mut urls = Vec::new();
    for (route, node) in named(fields, reader, "friend_urls") {
        let Some(url) = reader.text_of(node, &route.value) else { continue };
        let Some(route) = id(reader, route) else { continue };
        if is_url(&url.value) {
            urls.push((route, url.value));
        } else {
            reader.report(catalogue::bad_url("friend_urls", &url.value), &url.range);
        }
    }
    urls
}

fn tables(fields: &mut Fields, reader: &mut Reader<'_>) -> Vec<CsvTable> {
    let tables = named(fields, reader, "csv");
    tables.into_iter().filter_map(|(name, node)| table(reader, name, node)).collect()
}

fn table(reader: &mut Reader<'_>, name: Located<String>, node: Node) -> Option<CsvTable> {
    let mut fields = reader.fields(node, "csv", &["columns", "date_format", "time_zone", "bom", "channel"]);
    let columns = named(&mut fields, reader, "columns");
    let columns = columns.into_iter().filter_map(|(header, node)| column(reader, header, node)).collect();
    let date_format = date_format(&mut fields, reader).unwrap_or_else(|| "%Y-%m-%dT%H:%M:%S%:z".to_owned());
    let time_zone = time_zone(&mut fields, reader).unwrap_or_else(|| "Asia/Tokyo".to_owned());
    let bom = flag(&mut fields, reader, "bom").unwrap_or(false);
    let channel = fields.text(reader, "channel").and_then(|name| sns::channel(reader, &name));
    let name = id(reader, name)?;
    Some(CsvTable { name, columns, date_format, time_zone, bom, channel: channel.map(|channel| channel.value) })
}

fn column(reader: &mut Reader<'_>, header: Located<String>, node: Node) -> Option<(String, &'static str)> {
    let field = reader.text_of(node, &header.value)?;
    let known = CSV_FIELDS.into_iter().find(|known| *known == field.value);
    if known.is_none() {
        let suggestion = nearest(&field.value, CSV_FIELDS);
        reader.report(catalogue::unknown_csv_field(&field.value, suggestion), &field.range);
    }
    Some((header.value, known?))
}

/// A format of moments that can be written.
fn date_format(fields: &mut Fields, reader: &mut Reader<'_>) -> Option<String> {
    let format = fields.text(reader, "date_format")?;
    if jiff::fmt::strtime::format(&format.value, &jiff::Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC)).is_ok() {
        return Some(format.value);
    }
    reader.report(catalogue::bad_date_format(&format.value), &format.range);
    None
}

fn time_zone(fields: &mut Fields, reader: &mut Reader<'_>) -> Option<String> {
    let name = fields.text(reader, "time_zone")?;
    if TimeZone::get(&name.value).is_ok() {
        return Some(name.value);
    }
    reader.report(catalogue::bad_time_zone(&name.value), &name.range);
    None
}
