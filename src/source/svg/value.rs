//! Attributes of a picture's elements: what they run and what they load.

use super::style;

/// What is wrong with a part of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Danger {
    /// It runs.
    Script,
    /// It loads something from elsewhere.
    External,
}

/// What an attribute of an element does: its name as written and without prefix, and its value with entities expanded.
pub(super) fn danger(element: &str, (key, name, value): (&str, &str, &str)) -> Option<Danger> {
    if key.starts_with("xmlns") {
        return None;
    }
    let plain = plain(value);
    // Every attribute whose name starts so is for an event.
    if (name.len() > 2 && name.starts_with("on")) || runs(&plain) || matches!(name, "srcdoc") {
        return Some(Danger::Script);
    }
    // A picture inside a picture runs nothing; an element that is used from one becomes a part of this one.
    let is_address = matches!(name, "href" | "src" | "srcset" | "poster" | "data" | "background" | "base");
    if is_address && element == "use" && plain.starts_with("data:") {
        return Some(Danger::Script);
    }
    // A link is followed by whoever clicks it.
    if is_address && element != "a" && leads_away(&plain) {
        return Some(Danger::External);
    }
    let has_style = name == "style" || plain.contains("url(") || value.contains('\\') || plain.contains("/*");
    if has_style { style::danger(value) } else { None }
}

/// Whether an element gives another one an address while the picture is shown: an animation of `href`, unless its values are
/// parts of the picture itself.
pub(super) fn sets_address(element: &str, attributes: &[(String, String, String)]) -> bool {
    if !matches!(element, "set" | "animate" | "animatetransform" | "animatemotion" | "animatecolor" | "discard") {
        return false;
    }
    let of = |wanted: &str| attributes.iter().find(|(_, name, _)| name == wanted).map(|(.., value)| value.as_str());
    let target = plain(of("attributename").unwrap_or_default());
    let target = target.rsplit(':').next().unwrap_or_default();
    if target.len() > 2 && target.starts_with("on") {
        return true;
    }
    let values = ["values", "to", "from", "by"].into_iter().filter_map(of).flat_map(|values| values.split(';'));
    target == "href" && values.map(str::trim).any(|value| !value.is_empty() && !value.starts_with('#'))
}

/// A value as a browser reads an address: without blanks, line ends and controls, in small letters (URL Standard, §4.4).
fn plain(value: &str) -> String {
    value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase()
}

/// Whether a value has an address that runs.
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
    .any(|sign| plain.contains(sign))
}

/// Whether an address leads out of the file, to be loaded from elsewhere: with a scheme other than `data:`, or with a host. A
/// backslash is as good as a slash to a browser.
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
