//! The Atom feed of the documents (RFC 4287). Its dates are those of the documents, never those of a clock.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::ElementWriter;

use crate::policy::{Document, Issuer, Site};
use crate::site::frame::link;
use crate::site::frame::site::SiteContext;
use crate::site::frame::summary::description;
use crate::site::frame::years::changed;

pub(crate) type Xml = Writer<Vec<u8>>;

/// The feed: every public document that is no example, the newest first. Without a document there is none, because a feed must
/// state when it changed.
pub(crate) fn feed(site: &SiteContext<'_>) -> Option<Vec<u8>> {
    let corpus = site.corpus;
    let mut entries: Vec<(String, &Document)> =
        corpus.decided().map(|document| (updated(&corpus.site, document), document)).collect();
    entries.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.id.cmp(&other.id)));
    let (newest, _) = entries.first()?;
    let mut xml = Writer::new(Vec::new());
    write(&mut xml, site, newest, &entries).ok()?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Some(bytes)
}

fn write(
    xml: &mut Xml,
    context: &SiteContext<'_>,
    newest: &str,
    entries: &[(String, &Document)],
) -> std::io::Result<()> {
    let site = &context.corpus.site;
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let feed = xml
        .create_element("feed")
        .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", site.language.as_str())]);
    feed.write_inner_content(|xml| {
        element(xml, "title", &site.title)?;
        element(xml, "id", &urn(site, ""))?;
        element(xml, "updated", newest)?;
        reference(xml, "self", &link::absolute(&site.base_url, link::FEED))?;
        reference(xml, "alternate", &link::absolute(&site.base_url, link::HOME))?;
        author(xml, &site.city)?;
        entries.iter().try_for_each(|(updated, document)| entry(xml, context, document, updated))
    })?;
    Ok(())
}

fn entry(xml: &mut Xml, context: &SiteContext<'_>, document: &Document, updated: &str) -> std::io::Result<()> {
    let (meta, site) = (&document.meta, &context.corpus.site);
    in_language(xml.create_element("entry"), site, &meta.language).write_inner_content(|xml| {
        element(xml, "title", &meta.title.value)?;
        element(xml, "id", &urn(site, &document.id.0))?;
        element(xml, "updated", updated)?;
        if let Some(issued) = &meta.issued {
            element(xml, "published", &midnight(site, issued.value.date))?;
        }
        reference(xml, "alternate", &link::absolute(&site.base_url, &link::document_file(&document.id)))?;
        if let Some(issuer) = meta.issuer.as_ref().and_then(Issuer::display_name) {
            author(xml, &issuer)?;
        }
        xml.create_element("category").with_attribute(("term", printable(&meta.kind.value).as_str())).write_empty()?;
        element(xml, "summary", &description(context, document))
    })?;
    Ok(())
}

/// An element with its language, where that is not the language of the site.
pub(crate) fn in_language<'a, W>(element: ElementWriter<'a, W>, site: &Site, language: &str) -> ElementWriter<'a, W> {
    if language == site.language { element } else { element.with_attribute(("xml:lang", language)) }
}

pub(crate) fn element(xml: &mut Xml, name: &str, text: &str) -> std::io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&printable(text)))?;
    Ok(())
}

pub(crate) fn reference(xml: &mut Xml, rel: &str, href: &str) -> std::io::Result<()> {
    xml.create_element("link").with_attributes([("rel", rel), ("href", href)]).write_empty()?;
    Ok(())
}

pub(crate) fn author(xml: &mut Xml, name: &str) -> std::io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| element(xml, "name", name))?;
    Ok(())
}

/// XML 1.0 (§2.2) has no place for most control characters and two noncharacters, not even escaped.
pub(crate) fn printable(text: &str) -> String {
    let allowed = |c: &char| matches!(c, '\t' | '\n') || !(c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    text.chars().filter(allowed).collect()
}

/// The moment of the last change of a document; where it states none, the first day of its year.
fn updated(site: &Site, document: &Document) -> String {
    let first_day = || document.meta.fiscal_year.value.first_day();
    midnight(site, changed(document).map_or_else(first_day, |written| written.date))
}

/// The first moment of a day where the site is (RFC 3339).
pub(crate) fn midnight(site: &Site, date: jiff::civil::Date) -> String {
    match date.in_tz(&site.time_zone) {
        Ok(moment) => moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => format!("{date}T00:00:00Z"),
    }
}

/// The permanent name of an entry. It is made from the document's id, not from the address of the site, which may change.
/// A UUID of version 8 (RFC 9562 §5.8): 122 bits of a hash.
fn urn(site: &Site, id: &str) -> String {
    let hash = blake3::hash(format!("hoshin feed\n{}\n{id}", site.city).as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    bytes[6] = 0x80 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn characters_that_xml_cannot_hold_are_left_out() {
        for (text, expected) in [
            ("題\u{8}名", "題名"),
            ("題\u{FFFE}\u{FFFF}名", "題名"),
            ("一\t二\n三", "一\t二\n三"),
            ("𠮷\u{E000}", "𠮷\u{E000}"),
        ] {
            assert_eq!(printable(text), expected, "{text:?}");
        }
    }
}
