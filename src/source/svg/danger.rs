//! Dangers of a picture, and addresses that are one.

/// The danger of a part of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Danger {
    /// It runs a script.
    Script,
    /// It loads something from another place.
    External,
}

/// An address as a browser reads it: without blanks, line ends and controls, in lower case (URL Standard, §4.4).
pub(super) fn plain(value: &str) -> String {
    value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase()
}

/// True for an address that runs a script.
pub(super) fn runs(plain: &str) -> bool {
    [
        "javascript:",
        "vbscript:",
        "livescript:",
        "data:text/html",
        "data:text/xml",
        "data:application/xhtml",
        "data:application/xml",
    ]
    .iter()
    .any(|sign| plain.starts_with(sign))
}

/// True for an address outside the file: with a scheme other than `data:`, or with a host. Browsers treat a backslash
/// as a slash.
pub(super) fn leads_away(address: &str) -> bool {
    let address = address.trim().replace('\\', "/");
    if address.starts_with("//") {
        return true;
    }
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default().split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        scheme != "data"
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
    })
}
