//! Images that do not exist, or that are on another site.

use super::Subject;
use crate::corpus::{LinkTarget, resolve};
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    subject.document.body.each_image(|image| {
        let destination = &*image.destination;
        let finding = match resolve(subject.corpus, &subject.document.id, destination) {
            // A file that cannot be read has a finding of its own.
            LinkTarget::Asset(_) | LinkTarget::Unread => return,
            LinkTarget::External => catalogue::external_image(destination),
            LinkTarget::Missing { suggestion } => {
                // A document is no picture.
                let picture = suggestion.as_deref().filter(|near| !near.ends_with(".md") && !near.ends_with('/'));
                catalogue::dead_image(destination, picture)
            }
            LinkTarget::Document { .. } | LinkTarget::Page(_) | LinkTarget::Withheld(_) => {
                catalogue::dead_image(destination, None)
            }
        };
        found.push(subject.at(&image.range, finding));
    });
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn an_image_must_be_a_file_of_the_site() {
        for (destination, expected) in [
            ("figure.png", &[][..]),
            ("/r8/figure.png", &[]),
            ("図１.png", &["r8/a.md:8 asset-name"]),
            ("Figure.png", &["r8/a.md:8 dead-image"]),
            ("a.md", &["r8/a.md:8 dead-image"]),
            ("https://example.com/figure.png", &["r8/a.md:8 external-image"]),
        ] {
            let text = file("status: published\n", &format!("\n![市の将来像]({destination})\n"));
            let files = [("r8/a.md", text.as_str()), ("r8/figure.png", ""), ("r8/図１.png", "")];
            assert_eq!(check_site(&files), expected, "{destination}");
        }
    }
}
