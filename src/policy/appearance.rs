//! The appearance a site sets without a theme of its own: colours, logo, links above and below each page.

/// Colours, logo, header and footer of a site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Appearance {
    /// The colours that the site chose.
    pub colors: Colors,
    /// A picture before its name.
    pub logo: Option<Logo>,
    /// Links in the header.
    pub header: Vec<WebLink>,
    /// Lines in the footer, such as an address.
    pub footer: Vec<String>,
    /// Links in the footer.
    pub footer_links: Vec<WebLink>,
}

/// The settings of a theme in its `theme.yaml`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ThemeSettings {
    /// The colours that differ from the default theme's. Those of the site come before them.
    pub colors: Colors,
    /// A font that readers load.
    pub font: Option<Font>,
}

/// A font that a theme brings: one file, of the site's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Font {
    /// Its path below the theme's `static/`.
    pub file: String,
    /// Its name in style sheets.
    pub family: String,
}

/// The colours a site chose; the theme has its own for the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Colors {
    /// Numbers of headings, lines, marks of kinds.
    pub accent: Option<Color>,
    /// The same on a dark ground.
    pub accent_dark: Option<Color>,
    /// The colour of links.
    pub link: Option<Color>,
    /// The same on a dark ground.
    pub link_dark: Option<Color>,
}

impl Colors {
    /// These colours, and the others' where none is set.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self {
            accent: self.accent.or(others.accent),
            accent_dark: self.accent_dark.or(others.accent_dark),
            link: self.link.or(others.link),
            link_dark: self.link_dark.or(others.link_dark),
        }
    }
}

/// A picture of the site's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its path below `content/`.
    pub file: String,
    /// The text for those who do not see it. Empty when the name beside it says all.
    pub alt: String,
}

/// A link out of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebLink {
    /// The text of the link.
    pub text: String,
    /// Its destination.
    pub url: String,
}

/// A colour of sRGB: red, green, blue, 0–255 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

/// The grounds on which the default theme puts text in its light scheme: page, shaded areas, marked clauses.
pub const LIGHT_GROUNDS: [Color; 3] = [Color(0xff, 0xff, 0xff), Color(0xf2, 0xf2, 0xf2), Color(0xff, 0xf8, 0xdb)];
/// The same in its dark scheme.
pub const DARK_GROUNDS: [Color; 3] = [Color(0x1a, 0x1a, 0x1a), Color(0x26, 0x26, 0x26), Color(0x2e, 0x29, 0x10)];
/// The least contrast of text: that of WCAG 2.2, 1.4.6 (level AAA).
pub const LEAST_CONTRAST: f64 = 7.0;

impl Color {
    /// Reads `#0017c1` or `#01c`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .strip_prefix('#')?
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()?;
        match digits[..] {
            [r, g, b] => Some(Self(r * 17, g * 17, b * 17)),
            [r, s, g, h, b, c] => Some(Self(r * 16 + s, g * 16 + h, b * 16 + c)),
            _ => None,
        }
    }

    /// `#0017c1`.
    #[must_use]
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// The contrast ratio of two colours, 1–21 (WCAG 2.2, "contrast ratio").
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The least contrast with several grounds.
    #[must_use]
    pub fn least_contrast(self, grounds: &[Self]) -> f64 {
        grounds.iter().map(|ground| self.contrast(*ground)).fold(f64::INFINITY, f64::min)
    }

    /// WCAG 2.2, "relative luminance".
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_css_writes_them() {
        for (text, expected) in [
            ("#0017c1", Some(Color(0, 0x17, 0xc1))),
            ("#0017C1", Some(Color(0, 0x17, 0xc1))),
            ("#fa0", Some(Color(0xff, 0xaa, 0))),
            ("0017c1", None),
            ("#0017c", None),
            ("#00１7c1", None),
            ("blue", None),
            ("", None),
        ] {
            assert_eq!(Color::parse(text), expected, "{text}");
        }
        assert_eq!(Color(0, 0x17, 0xc1).hex(), "#0017c1");
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        for (one, other, expected) in [
            ("#000", "#fff", "21.00"),
            ("#fff", "#fff", "1.00"),
            ("#767676", "#fff", "4.54"),
            ("#0017c1", "#fff", "11.10"),
        ] {
            let (one, other) = (Color::parse(one).unwrap(), Color::parse(other).unwrap());
            assert_eq!(format!("{:.2}", one.contrast(other)), expected);
            assert_eq!(format!("{:.2}", other.contrast(one)), expected);
        }
    }
}
