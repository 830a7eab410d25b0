//! The colours, logo, header and footer that a site sets in `site.yaml`.

use std::borrow::Cow;

use serde::Serialize;

use crate::policy::{Appearance, Color, Colors, Font, ThemeSettings, WebLink};

/// The file that begins with the theme's colours.
const COLORED: &str = "style.css";

/// A file of the theme. Its style sheet gets the colours of the site and the font of the theme at its end, so that no page needs
/// a style of its own or another request.
pub(crate) fn with_appearance<'a>(settings: &ThemeSettings, path: &str, bytes: &'a [u8]) -> Cow<'a, [u8]> {
    if path != COLORED || *settings == ThemeSettings::default() {
        return Cow::Borrowed(bytes);
    }
    let mut css = bytes.to_vec();
    css.extend(colored(&settings.colors).bytes());
    if let Some(Font { file, family }) = &settings.font {
        // `optional`: a page that has been shown in another font does not jump when this one arrives; the next has it.
        let face = format!("font-family:\"{family}\"; src:url(\"{file}\") format(\"woff2\"); font-display:optional");
        css.extend(format!("@font-face {{ {face} }}\n").bytes());
        css.extend(format!("@media screen {{ body {{ font-family:\"{family}\", sans-serif }} }}\n").bytes());
    }
    Cow::Owned(css)
}

fn colored(colors: &Colors) -> String {
    let mut css = String::new();
    if *colors == Colors::default() {
        return css;
    }
    let list = |accent: Option<Color>, link: Option<Color>| -> String {
        let named = [("accent", accent), ("link", link)];
        named.iter().filter_map(|(name, color)| Some(format!("--{name}:{};", (*color)?.hex()))).collect()
    };
    let (light, dark) = (list(colors.accent, colors.link), list(colors.accent_dark, colors.link_dark));
    // On paper everything is black, whatever the screen.
    if !light.is_empty() {
        css.push_str(&format!("@media screen {{ :root {{ {light} }} }}\n"));
    }
    // A site that chose no dark colours keeps the theme's: its light ones would be too dark there.
    let dark = if dark.is_empty() { DARK.to_owned() } else { format!("{DARK}{dark}") };
    css.push_str(&format!("@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"));
    css
}

/// The theme's own colours on a dark ground.
const DARK: &str = "--link:#c5d7fb;--accent:#9db7f9;";

/// The logo, header and footer of the site.
#[derive(Debug, Serialize)]
pub(crate) struct AppearanceContext<'a> {
    logo: Option<LogoContext<'a>>,
    header: Vec<WebLinkContext<'a>>,
    footer: &'a [String],
    footer_links: Vec<WebLinkContext<'a>>,
}

#[derive(Debug, Serialize)]
struct LogoContext<'a> {
    file: &'a str,
    alt: &'a str,
}

#[derive(Debug, Serialize)]
struct WebLinkContext<'a> {
    text: &'a str,
    url: &'a str,
}

pub(crate) fn context(appearance: &Appearance) -> AppearanceContext<'_> {
    AppearanceContext {
        logo: appearance.logo.as_ref().map(|logo| LogoContext { file: &logo.file, alt: &logo.alt }),
        header: self::links(&appearance.header),
        footer: &appearance.footer,
        footer_links: self::links(&appearance.footer_links),
    }
}

fn links(all: &[WebLink]) -> Vec<WebLinkContext<'_>> {
    all.iter().map(|link| WebLinkContext { text: &link.text, url: &link.url }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{DARK_GROUNDS, LEAST_CONTRAST, LIGHT_GROUNDS};

    const CSS: &str = include_str!("../../../themes/default/static/style.css");

    /// The custom properties of a scheme of the default theme.
    fn value(scheme: &str, name: &str) -> Color {
        let rest = &scheme[scheme.find(&format!("--{name}:")).unwrap_or_else(|| panic!("{name}")) + name.len() + 3..];
        Color::parse(&rest[..rest.find(';').unwrap()]).unwrap()
    }

    #[test]
    fn every_text_colour_of_the_theme_can_be_read_on_every_ground() {
        let (light, dark) = CSS.split_once("prefers-color-scheme: dark").unwrap();
        for (scheme, grounds) in [(light, LIGHT_GROUNDS), (dark, DARK_GROUNDS)] {
            assert_eq!(["ground", "tint", "mark"].map(|name| value(scheme, name)), grounds);
            for text in ["text", "quiet", "link", "accent"] {
                let contrast = value(scheme, text).least_contrast(&grounds);
                assert!(contrast >= LEAST_CONTRAST, "{text}: {contrast:.2}");
            }
            let edge = value(scheme, "edge").least_contrast(&grounds);
            assert!(edge >= 3.0, "edge: {edge:.2}");
        }
    }

    #[test]
    fn the_colours_of_a_site_stand_behind_those_of_the_theme() {
        let accent = Colors { accent: Color::parse("#0c472a"), ..Colors::default() };
        let written = |colors: &Colors, path| {
            let settings = ThemeSettings { colors: *colors, font: None };
            String::from_utf8(with_appearance(&settings, path, b"a{}\n").into_owned()).unwrap()
        };
        assert_eq!(written(&Colors::default(), "style.css"), "a{}\n");
        assert_eq!(written(&accent, "clause.css"), "a{}\n");
        assert_eq!(
            written(&accent, "style.css"),
            "a{}\n@media screen { :root { --accent:#0c472a; } }\n\
             @media screen and (prefers-color-scheme: dark) { :root { --link:#c5d7fb;--accent:#9db7f9; } }\n"
        );
        assert!(DARK.contains("--link:#c5d7fb;") && CSS.contains("--link:#c5d7fb; --accent:#9db7f9;"));
    }

    #[test]
    fn a_font_of_the_theme_is_a_file_of_the_theme() {
        let font = Font { file: "ud.woff2".to_owned(), family: "BIZ UDPGothic".to_owned() };
        let settings = ThemeSettings { font: Some(font), ..ThemeSettings::default() };
        assert_eq!(
            String::from_utf8(with_appearance(&settings, "style.css", b"").into_owned()).unwrap(),
            "@font-face { font-family:\"BIZ UDPGothic\"; src:url(\"ud.woff2\") format(\"woff2\"); \
             font-display:optional }\n@media screen { body { font-family:\"BIZ UDPGothic\", sans-serif } }\n"
        );
    }
}
