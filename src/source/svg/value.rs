//! Attributes of elements: scripts they run and addresses they load.

use super::danger::{Danger, leads_away, plain, runs};
use super::namespace::{Namespace, prefix_declared};
use super::{event, style};

/// An attribute of an element.
#[derive(Debug)]
pub(super) struct Attribute {
    /// The name as written.
    pub(super) key: String,
    /// The name without its prefix, in lower case.
    pub(super) name: String,
    /// The value with entities expanded.
    pub(super) value: String,
}

impl Attribute {
    fn has_prefix(&self) -> bool {
        self.key.contains(':')
    }
}

/// The properties of an element that decide about its attributes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element<'a> {
    /// The name without its prefix, in lower case.
    pub(super) name: &'a str,
    pub(super) namespace: Namespace,
}

/// The danger of an attribute.
pub(super) fn danger(element: Element<'_>, attribute: &Attribute) -> Option<Danger> {
    let Attribute { key, name, value } = attribute;
    if prefix_declared(key).is_some() {
        return None;
    }
    let is_own = element.namespace != Namespace::Other;
    let has_prefix = attribute.has_prefix();
    if is_own && !has_prefix && (event::is_handler(name, value) || name == "srcdoc") {
        return Some(Danger::Script);
    }
    let is_animated = is_animation(element.name) && matches!(name.as_str(), "values" | "to" | "from" | "by");
    if is_animated && value.split(';').any(|one| runs(&plain(one))) {
        return Some(Danger::Script);
    }
    if holds_address(attribute)
        && let Some(danger) = danger_of_address(element.name, name, value)
    {
        return Some(danger);
    }
    let is_text = has_prefix || name == "content" || name.starts_with("aria-") || name.starts_with("data-");
    if is_own && !is_text && may_be_style(name, value) { style::danger(value) } else { None }
}

/// True if a value may load something as a style sheet does. Escapes and comments may hide an address.
fn may_be_style(name: &str, value: &str) -> bool {
    name == "style" || value.contains('\\') || value.contains("/*") || value.to_ascii_lowercase().contains("url(")
}

/// True for an attribute that holds an address. A file may bind any prefix to `XLink`, so `href` counts with every
/// prefix.
fn holds_address(attribute: &Attribute) -> bool {
    match attribute.name.as_str() {
        "href" | "base" => true,
        "src" | "srcset" | "imagesrcset" | "poster" | "data" | "background" | "action" | "formaction" | "ping" => {
            !attribute.has_prefix()
        }
        _ => false,
    }
}

fn danger_of_address(element: &str, name: &str, value: &str) -> Option<Danger> {
    let address = plain(value);
    // An image inside a picture runs nothing. With `use`, the content becomes part of this picture.
    if runs(&address) || (element == "use" && address.starts_with("data:")) {
        return Some(Danger::Script);
    }
    // A link loads nothing by itself. `ping` sends a request when somebody clicks.
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

/// True if an element sets an address while the picture is shown: an animation of `href`, unless its values are
/// fragments of the same file.
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
