//! The description of a document for search engines: JSON-LD in the words of schema.org.
//!
//! It stands in the page as a data block. That is no script: a browser never runs `application/ld+json`, and
//! `script-src 'self'` is about what runs (HTML, "prepare the script element", and CSP 3 §4.2.3), so the promise that nothing
//! inline is executed holds. In a file beside the page, search engines would not see it.

use serde_json::{Value, json};

use crate::corpus::{Corpus, title_of};
use crate::policy::{Document, Status, Upper, title_in_citation};
use crate::site::frame::link;

/// The element, ready for the head of a document's page.
pub(crate) fn of_document(corpus: &Corpus, document: &Document) -> String {
    let (meta, site) = (&document.meta, &corpus.site);
    let url = |file: &str| link::absolute(&site.base_url, file);
    let mut about = json!({
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "@id": url(&link::document_file(&document.id)),
        "url": url(&link::document_file(&document.id)),
        "name": title_in_citation(&title_of(document)),
        "genre": meta.kind.value,
        "inLanguage": meta.language,
        "publisher": { "@type": "GovernmentOrganization", "name": site.city },
        "isPartOf": { "@type": "WebSite", "name": site.title, "url": url(link::HOME) },
        "isAccessibleForFree": true,
        "creativeWorkStatus": if meta.status == Status::Superseded { "Superseded" } else { "Published" },
    });
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            about[name] = value;
        }
    };
    let first = meta.issued.as_ref().or(meta.declared.as_ref());
    let last = meta.revised.as_ref().or(first);
    add("datePublished", first.map(|date| date.value.date.to_string().into()));
    add("dateModified", last.map(|date| date.value.date.to_string().into()));
    let year = meta.fiscal_year.value.0;
    add("temporalCoverage", year.checked_add(1).map(|next| format!("{year:04}-04-01/{next:04}-03-31").into()));
    add("abstract", meta.summary.as_deref().map(Value::from));
    add("license", meta.license.as_deref().or(site.license.as_deref()).map(Value::from));
    let unit = meta.organization.as_ref().and_then(|id| corpus.organization(&id.value));
    add("author", unit.map(|unit| json!({ "@type": "GovernmentOrganization", "name": unit.name })));
    let above: Vec<Value> = meta
        .upper
        .iter()
        .filter_map(|upper| match &upper.value {
            Upper::Document(id) => corpus.public.contains_key(id).then(|| url(&link::document_file(id)).into()),
            Upper::Title(title) => Some(title.as_str().into()),
        })
        .collect();
    add("isBasedOn", (!above.is_empty()).then(|| above.into()));
    element(&about)
}

/// The data block. `<` is written as an escape, so that no text can end the element.
fn element(value: &Value) -> String {
    format!("<script type=\"application/ld+json\">{}</script>", value.to_string().replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_block() {
        let block = element(&json!({ "name": "</script><script>alert(1)</script>\u{2028}" }));
        assert_eq!(block.matches("</script>").count(), 1);
        assert_eq!(block.matches('<').count(), 2);
        let inner = block.split_once('>').unwrap().1.strip_suffix("</script>").unwrap();
        assert_eq!(serde_json::from_str::<Value>(inner).unwrap()["name"], "</script><script>alert(1)</script>\u{2028}");
    }
}
