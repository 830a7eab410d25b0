//! Reads the appearance of the site from `site.yaml`: colours, logo, links above and below each page.

use super::fields::{Fields, YamlReader};
use super::values::url;
use super::yaml::YamlNode;
use crate::diagnostic::catalogue;
use crate::policy::{Appearance, Color, Colors, DARK_GROUNDS, LEAST_CONTRAST, LIGHT_GROUNDS, Logo, WebLink};

/// Reads the keys. `is_file` tells whether a path below `content/` is a file.
pub(super) fn appearance(
    fields: &mut Fields,
    reader: &mut YamlReader<'_>,
    is_file: &dyn Fn(&str) -> bool,
) -> Appearance {
    let colors = colors(fields, reader);
    let logo = logo(fields, reader, is_file);
    let header = links(fields, reader, "header");
    let (footer, footer_links) = footer(fields, reader);
    Appearance { colors, logo, header, footer, footer_links }
}

pub(super) fn colors(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Colors {
    let Some(node) = fields.take("colors") else { return Colors::default() };
    let mut fields = reader.fields(node, "colors", &["accent", "accent_dark", "link", "link_dark"]);
    Colors {
        accent: color(&mut fields, reader, "accent", &LIGHT_GROUNDS),
        accent_dark: color(&mut fields, reader, "accent_dark", &DARK_GROUNDS),
        link: color(&mut fields, reader, "link", &LIGHT_GROUNDS),
        link_dark: color(&mut fields, reader, "link_dark", &DARK_GROUNDS),
    }
}

/// Reads a colour that has enough contrast on every ground.
fn color(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str, grounds: &[Color]) -> Option<Color> {
    let written = fields.text(reader, key)?;
    let Some(color) = Color::parse(&written.value) else {
        reader.report(catalogue::not_a_choice(key, &written.value, "\"#0017c1\""), &written.range);
        return None;
    };
    let contrast = color.least_contrast(grounds);
    if contrast < LEAST_CONTRAST {
        // Rounded down, so that a contrast that is too low is never shown as enough.
        let shown = format!("{:.2}", (contrast * 100.0).floor() / 100.0);
        reader.report(catalogue::color_contrast(key, &color.hex(), &shown), &written.range);
        return None;
    }
    Some(color)
}

fn logo(fields: &mut Fields, reader: &mut YamlReader<'_>, is_file: &dyn Fn(&str) -> bool) -> Option<Logo> {
    let node = fields.take("logo")?;
    let mut fields = reader.fields(node, "logo", &["file", "alt"]);
    let file = fields.required(reader, "file");
    let alt = fields.plain(reader, "alt").unwrap_or_default();
    let file = file?;
    if !is_file(&file.value) {
        reader.report(catalogue::logo_missing(&file.value), &file.range);
        return None;
    }
    Some(Logo { file: file.value, alt })
}

fn links(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str) -> Vec<WebLink> {
    let items = fields.list(reader, key);
    items.into_iter().filter_map(|item| link(reader, item, key)).collect()
}

fn link(reader: &mut YamlReader<'_>, node: YamlNode, key: &str) -> Option<WebLink> {
    let mut fields = reader.fields(node, key, &["text", "url"]);
    let text = fields.required(reader, "text");
    let url = url(&mut fields, reader, "url");
    Some(WebLink { text: text?.value, url: url?.value })
}

fn footer(fields: &mut Fields, reader: &mut YamlReader<'_>) -> (Vec<String>, Vec<WebLink>) {
    let Some(node) = fields.take("footer") else { return Default::default() };
    let mut fields = reader.fields(node, "footer", &["lines", "links"]);
    let lines = fields.texts(reader, "lines").into_iter().map(|line| line.value).collect();
    (lines, links(&mut fields, reader, "links"))
}
