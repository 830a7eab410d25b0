//! Commands in findings, completed by the site they are about, so that they can be run as they are shown.

use std::path::Path;

use crate::diagnostic::Diagnostics;

/// Commands that take `--site` as they stand.
const ALONE: [&str; 4] = ["build", "check", "serve", "cite"];
/// Commands of two words, both of which `--site` follows.
const WITH_SECOND_WORD: [&str; 3] = ["anchor", "snippet", "objective"];

/// The findings with `--site` in each of their commands, unless the site is the folder in which they were typed.
pub(super) fn complete(found: &Diagnostics, site: Option<&str>) -> Diagnostics {
    let Some(site) = site.filter(|site| Path::new(site) != Path::new(".")) else { return found.clone() };
    let option = format!(" --site {}", super::CommandContext::quoted(site));
    let completed = found.iter().map(|finding| {
        let mut finding = finding.clone();
        finding.help.ja = with_option(&finding.help.ja, &option);
        finding.help.en = with_option(&finding.help.en, &option);
        finding
    });
    completed.collect()
}

/// The text with an option in each command.
fn with_option(text: &str, option: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("hoshin ") {
        let start = at + "hoshin ".len();
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let first = word(rest);
        let end = if WITH_SECOND_WORD.contains(&first) {
            let second = rest[first.len()..].strip_prefix(' ').map_or("", word);
            if second.is_empty() { 0 } else { first.len() + 1 + second.len() }
        } else if ALONE.contains(&first) {
            first.len()
        } else {
            0
        };
        out.push_str(&rest[..end]);
        rest = &rest[end..];
        if end > 0 {
            out.push_str(option);
        }
    }
    out + rest
}

/// The lower-case word at the start.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::with_option;

    #[test]
    fn each_command_says_for_which_site_it_is() {
        for (text, expected) in [
            (
                "移したのなら hoshin anchor move k7f3q r8/b#s1 --write を、",
                "移したのなら hoshin anchor move --site 市 k7f3q r8/b#s1 --write を、",
            ),
            ("hoshin build を実行", "hoshin build --site 市 を実行"),
            ("hoshin anchor を使います。", "hoshin anchor を使います。"),
            ("この hoshin が読めるのは", "この hoshin が読めるのは"),
            ("hoshin explain a; hoshin check.", "hoshin explain a; hoshin check --site 市."),
        ] {
            assert_eq!(with_option(text, " --site 市"), expected);
        }
    }
}
