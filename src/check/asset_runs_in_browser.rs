//! Linked files that browsers open as pages or run as programs. `source` reads XML files and finds the scripts in them.

use super::Subject;
use super::linked_asset::{each_asset, file_name};
use crate::diagnostic::{Diagnostics, catalogue};

/// The suffixes of such files. Browsers open `.mht` as a saved page; servers serve `.shtml` as HTML.
const RUNNING: [&str; 11] = ["html", "htm", "xhtml", "xht", "shtml", "shtm", "mht", "mhtml", "js", "mjs", "cjs"];

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    each_asset(subject, |path, range| {
        let name = file_name(path);
        let suffix = name.rsplit_once('.').map_or("", |(_, suffix)| suffix);
        if RUNNING.iter().any(|one| suffix.eq_ignore_ascii_case(one)) {
            found.push(subject.at(range, catalogue::asset_runs_in_browser(name)));
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn a_page_or_program_of_unknown_content_is_reported_once() {
        for (name, is_told) in [
            ("a.html", true),
            ("A.HTM", true),
            ("a.svg.xhtml", true),
            ("a.xht", true),
            ("a.shtml", true),
            ("a.mht", true),
            ("a.js", true),
            ("a.html.pdf", false),
            ("html", false),
            ("a.png", false),
            ("a.xml", false),
        ] {
            let text = file("", &format!("[資料]({name})、[もう一度]({name})\n"));
            let path = format!("r8/{name}");
            let found = check_site(&[("r8/a.md", &text), (&path, "<svg/>")]);
            let expected = if is_told { vec!["r8/a.md:6 asset-runs-in-browser"] } else { vec![] };
            assert_eq!(found, expected, "{name}");
        }
    }
}
