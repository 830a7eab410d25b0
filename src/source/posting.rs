//! Reads `snippet` of `site.yaml`: the settings of posts.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::fields::{Fields, YamlReader};
use super::sns;
use super::suggest::nearest;
use super::values::{flag, is_url, time_zone, valid_id};
use super::yaml::YamlNode;
use crate::diagnostic::{Located, catalogue};
use crate::policy::{CSV_FIELDS, CsvTable, Posting};

const KEYS: [&str; 6] = ["head", "tags", "limits", "utm_campaign", "friend_urls", "csv"];

pub(super) fn read(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Posting {
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

fn named(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str) -> Vec<(Located<String>, YamlNode)> {
    fields.take(key).map_or_else(Vec::new, |node| reader.entries(node, key))
}

fn limits(fields: &mut Fields, reader: &mut YamlReader<'_>) -> BTreeMap<&'static str, usize> {
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

/// Reads the campaign. It has the form of an id because it becomes part of links.
fn campaign(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<String> {
    let name = fields.text(reader, "utm_campaign")?;
    Some(valid_id(reader, name, "houshin-r8")?.value)
}

fn friend_urls(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Vec<(String, String)> {
    let mut urls = Vec::new();
    for (route, node) in named(fields, reader, "friend_urls") {
        let Some(url) = reader.text_of(node, &route.value) else { continue };
        let Some(route) = valid_id(reader, route, "houshin-r8") else { continue };
        if is_url(&url.value) {
            urls.push((route.value, url.value));
        } else {
            reader.report(catalogue::bad_url("friend_urls", &url.value), &url.range);
        }
    }
    urls
}

fn tables(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Vec<CsvTable> {
    let tables = named(fields, reader, "csv");
    tables.into_iter().filter_map(|(name, node)| table(reader, name, node)).collect()
}

fn table(reader: &mut YamlReader<'_>, name: Located<String>, node: YamlNode) -> Option<CsvTable> {
    let mut fields = reader.fields(node, "csv", &["columns", "date_format", "time_zone", "bom", "channel"]);
    let columns = named(&mut fields, reader, "columns");
    let columns = columns.into_iter().filter_map(|(header, node)| column(reader, header, node)).collect();
    let date_format = date_format(&mut fields, reader).unwrap_or_else(|| "%Y-%m-%dT%H:%M:%S%:z".to_owned());
    let time_zone = time_zone(&mut fields, reader);
    let bom = flag(&mut fields, reader, "bom").unwrap_or(false);
    let channel = fields.text(reader, "channel").and_then(|name| sns::channel(reader, &name));
    let name = valid_id(reader, name, "houshin-r8")?.value;
    Some(CsvTable { name, columns, date_format, time_zone, bom, channel: channel.map(|channel| channel.value) })
}

fn column(reader: &mut YamlReader<'_>, header: Located<String>, node: YamlNode) -> Option<(String, &'static str)> {
    let field = reader.text_of(node, &header.value)?;
    let known = CSV_FIELDS.into_iter().find(|known| *known == field.value);
    if known.is_none() {
        let suggestion = nearest(&field.value, CSV_FIELDS);
        reader.report(catalogue::unknown_csv_field(&field.value, suggestion), &field.range);
    }
    Some((header.value, known?))
}

/// Reads the format of moments and tries it.
fn date_format(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<String> {
    let format = fields.text(reader, "date_format")?;
    if jiff::fmt::strtime::format(&format.value, &jiff::Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC)).is_ok() {
        return Some(format.value);
    }
    reader.report(catalogue::bad_date_format(&format.value), &format.range);
    None
}
