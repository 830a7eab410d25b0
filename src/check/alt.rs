//! Images without an alternative text.

use percent_encoding::percent_decode_str;

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    subject.document.body.each_image(|image| {
        let alt = image.alt.trim();
        if alt.is_empty() || is_file_name(alt, &image.destination) {
            found.push(subject.at(&image.range, catalogue::missing_alt(&image.destination)));
        }
    });
}

/// Whether a text is only the name of the file. A Japanese name without its suffix (組織図) may describe the image.
fn is_file_name(alt: &str, destination: &str) -> bool {
    let decoded = percent_decode_str(destination).decode_utf8_lossy();
    let name = decoded.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    alt.eq_ignore_ascii_case(name) || (stem.is_ascii() && alt.eq_ignore_ascii_case(stem))
}

#[cfg(test)]
mod tests {
    use super::is_file_name;

    #[test]
    fn the_name_of_a_file_is_no_alternative_text() {
        for (alt, destination, expected) in [
            ("figure.png", "../r8/figure.png", true),
            ("FIGURE", "figure.png", true),
            ("図1.png", "%E5%9B%B31.png", true),
            ("組織図", "組織図.png", false),
            ("市の将来像", "figure.png", false),
        ] {
            assert_eq!(is_file_name(alt, destination), expected, "{alt}");
        }
    }
}
