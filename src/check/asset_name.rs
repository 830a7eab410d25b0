//! Files with names that make unreadable addresses, or that cannot be published.

use super::Subject;
use super::linked_asset::{each_asset, file_name};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::source::is_publishable;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    each_asset(subject, |path, range| {
        let name = file_name(path);
        let finding = match (is_publishable(path), name.is_ascii()) {
            (true, true) => return,
            (true, false) => catalogue::asset_name(name),
            (false, _) => catalogue::output_file_name(path),
        };
        found.push(subject.at(range, finding));
    });
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn each_file_is_reported_once() {
        let text = "[様式](様式１.pdf)、[様式](%E6%A7%98%E5%BC%8F%EF%BC%91.pdf)、[手引](tebiki.pdf)\n";
        let files = [("r8/a.md", file("", text)), ("r8/様式１.pdf", String::new()), ("r8/tebiki.pdf", String::new())];
        let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
        assert_eq!(check_site(&files), ["r8/a.md:6 asset-name"]);
    }

    #[test]
    fn a_file_that_cannot_be_published_is_reported_where_it_is_linked() {
        for (name, written) in [
            ("con.pdf", "con.pdf"),
            ("a:b.pdf", "./a:b.pdf"),
            ("a?b.pdf", "a%3Fb.pdf"),
            ("trail.", "trail."),
            ("x.pdf\n", "x.pdf%0A"),
            ("\u{202e}fdp.exe", "\u{202e}fdp.exe"),
            ("sub /x.pdf", "sub%20/x.pdf"),
        ] {
            let (text, path) = (file("", &format!("[資料]({written})、[資料]({written})\n")), format!("r8/{name}"));
            let found = check_site(&[("r8/a.md", &text), (&path, "")]);
            let found: Vec<_> = found.iter().filter(|one| !one.contains("bidi")).collect();
            assert_eq!(found, ["r8/a.md:6 output-file-name"], "{name:?}");
        }
    }
}
