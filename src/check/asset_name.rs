//! Files with names that make unreadable addresses.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Subject;
use super::passage::{each_image, each_link};
use crate::corpus::{Target, resolve};
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    let mut look = |destination: &str, range: &Range<usize>| {
        if destination.is_ascii() && !destination.contains('%') {
            return;
        }
        let Target::Asset(path) = resolve(subject.corpus, &subject.document.id, destination) else { return };
        let name = path.rsplit('/').next().unwrap_or_default();
        if !name.is_ascii() && seen.insert(path.clone()) {
            found.push(subject.at(range, catalogue::asset_name(name)));
        }
    };
    each_link(&subject.document.body, |link| look(&link.destination, &link.range));
    each_image(&subject.document.body, |image| look(&image.destination, &image.range));
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn each_file_is_told_once() {
        let text = "[様式](様式１.pdf)、[様式](%E6%A7%98%E5%BC%8F%EF%BC%91.pdf)、[手引](tebiki.pdf)\n";
        let files = [("r8/a.md", file("", text)), ("r8/様式１.pdf", String::new()), ("r8/tebiki.pdf", String::new())];
        let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
        assert_eq!(check_site(&files), ["r8/a.md:6 asset-name"]);
    }
}
