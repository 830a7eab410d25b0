//! Reads `theme.yaml`: the settings of a theme.

use std::sync::Arc;

use super::appearance::colors;
use super::fields::{Fields, YamlReader};
use super::yaml;
use crate::diagnostic::{Diagnostics, SourceFile, catalogue};
use crate::policy::{Font, ThemeSettings};

/// The first bytes of a WOFF2 file (W3C WOFF File Format 2.0, §4.1).
const WOFF2: &[u8] = b"wOF2";

/// Reads the settings. `file_of` gives the files below the theme's `static/`.
pub fn theme_settings<'a>(
    file: &Arc<SourceFile>,
    file_of: &dyn Fn(&str) -> Option<&'a [u8]>,
) -> (ThemeSettings, Diagnostics) {
    let (node, mut found) = yaml::read(file, 0..file.text.len());
    let Some(node) = node else { return (ThemeSettings::default(), found) };
    let mut reader = YamlReader::new(file);
    let mut fields = reader.top(node, &["name", "colors", "font"]);
    // The name is for people. It is read so that a wrong form is reported.
    let _ = fields.plain(&mut reader, "name");
    let colors = colors(&mut fields, &mut reader);
    let font = font(&mut fields, &mut reader, file_of);
    found.extend(reader.found);
    (ThemeSettings { colors, font }, found)
}

fn font<'a>(
    fields: &mut Fields,
    reader: &mut YamlReader<'_>,
    file_of: &dyn Fn(&str) -> Option<&'a [u8]>,
) -> Option<Font> {
    let node = fields.take("font")?;
    let mut fields = reader.fields(node, "font", &["file", "family"]);
    let file = fields.required(reader, "file");
    let family = fields.required(reader, "family");
    let (file, family) = (file?, family?);
    // These texts go into a style sheet and must not end the string there.
    let is_plain = |text: &str| !text.contains(['"', '\'', '\\', '(', ')', '<']) && !text.contains(char::is_control);
    let is_font = file_of(&file.value).is_some_and(|bytes| bytes.starts_with(WOFF2)) && is_plain(&file.value);
    if !is_font {
        reader.report(catalogue::theme_font(&file.value), &file.range);
        return None;
    }
    if !is_plain(&family.value) {
        reader.report(catalogue::not_a_choice("family", &family.value, "BIZ UDPGothic"), &family.range);
        return None;
    }
    Some(Font { file: file.value, family: family.value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Lang;
    use crate::policy::Color;

    fn read(text: &str) -> (ThemeSettings, Vec<String>) {
        let files = |path: &str| match path {
            "ud.woff2" => Some(&b"wOF2\0\x01"[..]),
            "ud.ttf" => Some(&b"\0\x01\0\0"[..]),
            _ => None,
        };
        let (settings, found) = theme_settings(&SourceFile::new("themes/x/theme.yaml", text), &files);
        let found = found.iter().map(|one| format!("{} {} {}", one.code.id, one.place.shown(), one.text.get(Lang::En)));
        (settings, found.collect())
    }

    #[test]
    fn a_theme_states_its_colours_and_its_font() {
        let (settings, found) =
            read("name: 緑\ncolors:\n  accent: \"#0c472a\"\nfont:\n  file: ud.woff2\n  family: BIZ UDPGothic\n");
        assert_eq!(found, [""; 0]);
        assert_eq!(settings.colors.accent, Some(Color(0x0c, 0x47, 0x2a)));
        assert_eq!(settings.font, Some(Font { file: "ud.woff2".into(), family: "BIZ UDPGothic".into() }));
        assert_eq!(read(""), (ThemeSettings::default(), Vec::new()));
    }

    #[test]
    fn wrong_values_are_reported_at_their_place() {
        for (text, code, place) in [
            ("colours: {}\n", "unknown-key", "1:1"),
            ("colors:\n  accent: \"#888888\"\n", "color-contrast", "2:11"),
            ("font:\n  file: none.woff2\n  family: A\n", "theme-font", "2:9"),
            ("font:\n  file: ud.ttf\n  family: A\n", "theme-font", "2:9"),
            ("font:\n  file: ud.woff2\n", "missing-key", "2:3"),
            ("font:\n  file: ud.woff2\n  family: 'A\"; } body {'\n", "not-a-choice", "3:11"),
        ] {
            let (settings, found) = read(text);
            assert_eq!(settings, ThemeSettings::default(), "{text}");
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].starts_with(&format!("{code} themes/x/theme.yaml:{place} ")), "{text}: {found:?}");
        }
    }
}
