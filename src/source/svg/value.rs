//! Attributes of a picture's elements: what they run and what they load.

use super::namespace::{Namespace, prefix_declared};
use super::{event, style};

/// What is wrong with a part of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Danger {
    /// It runs.
    Script,
    /// It loads something from elsewhere.
    External,
}

/// An attribute of an element.
#[derive(Debug)]
pub(super) struct Attribute {
    /// Its name as written.
    pub(super) key: String,
    /// Its name without prefix, in small letters.
    pub(super) name: String,
    /// Its value with entities expanded.
    pub(super) value: String,
}

/// An element, as far as its attributes depend on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element<'a> {
    /// Its name without prefix, in small letters.
    pub(super) name: &'a str,
    pub(super) namespace: Namespace,
}

/// What an attribute of an element does.
pub(super) fn danger(element: Element<'_>, attribute: &Attribute) -> Option<Danger> {
    let Attribute { key, name, value } = attribute;
    if prefix_declared(key).is_some() {
        return None;
    }
    let is_own = element.namespace != Namespace::Other;
    let has_prefix = key.contains(':');
    if is_own && !has_prefix && (event::is_handler(name, value) || name == "srcdoc") {
        return Some(Danger::Script);
    }
    let is_animated = is_animation(element.name) && matches!(name.as_str(), "values" | "to" | "from" | "by");
    if is_animated && value.split(';').any(|one| runs(&plain(one))) {
        return Some(Danger::Script);
    }
    if is_address(name, has_prefix)
        && let Some(danger) = danger_of_address(element.name, name, value)
    {
        return Some(danger);
    }
    let is_text = has_prefix || name == "content" || name.starts_with("aria-") || name.starts_with("data-");
    if is_own && !is_text && may_be_style(name, value) { style::danger(value) } else { None }
}

/// Whether a value may load something as a style sheet does. Escapes and comments may hide it.
fn may_be_style(name: &str, value: &str) -> bool {
    name == "style" || value.contains('\\') || value.contains("/*") || value.to_ascii_lowercase().contains("url(")
}

/// Whether an attribute has an address. A prefix of one's own stands for `XLink` wherever a link is.
fn is_address(name: &str, has_prefix: bool) -> bool {
    match name {
        "href" | "base" => true,
        "src" | "srcset" | "imagesrcset" | "poster" | "data" | "background" | "action" | "formaction" | "ping" => {
            !has_prefix
        }
        _ => false,
    }
}

fn danger_of_address(element: &str, name: &str, value: &str) -> Option<Danger> {
    let address = plain(value);
    // A picture inside a picture runs nothing; an element that is used from one becomes a part of this one.
    if runs(&address) || (element == "use" && address.starts_with("data:")) {
        return Some(Danger::Script);
    }
    // A link is followed by whoever clicks it; the address it reports to is not seen.
    let is_link = element == "a" && name != "ping";
    let is_list = matches!(name, "srcset" | "imagesrcset" | "ping");
    let leads_away = |value: &str| {
        if is_list {
            value.split([',', ' ', '\n', '\t']).any(|one| leads_away(&plain(one)))
        } else {
            leads_away(&address)
        }
    };
    (!is_link && leads_away(value)).then_some(Danger::External)
}

fn is_animation(element: &str) -> bool {
    matches!(element, "set" | "animate" | "animatetransform" | "animatemotion" | "animatecolor" | "discard")
}

/// Whether an element gives another one an address while the picture is shown: an animation of `href`, unless its values are
/// parts of the picture itself.
pub(super) fn sets_address(element: &str, attributes: &[Attribute]) -> bool {
    if !is_animation(element) {
        return false;
    }
    let of =
        |wanted: &'static str| attributes.iter().filter(move |one| one.name == wanted).map(|one| one.value.as_str());
    let target = plain(of("attributename").next().unwrap_or_default());
    let target = target.rsplit(':').next().unwrap_or_default();
    if target.len() > 2 && target.starts_with("on") {
        return true;
    }
    let values = ["values", "to", "from", "by"].into_iter().flat_map(of).flat_map(|values| values.split(';'));
    target == "href" && values.map(str::trim).any(|value| !value.is_empty() && !value.starts_with('#'))
}

/// A value as a browser reads an address: without blanks, line ends and controls, in small letters (URL Standard, §4.4).
pub(super) fn plain(value: &str) -> String {
    value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase()
}

/// Whether an address runs.
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
