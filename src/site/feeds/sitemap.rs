//! The files for search engines: the sitemap (sitemaps.org) and robots.txt (RFC 9309).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::corpus::Corpus;
use crate::corpus::pages::{self, Audience, Listing};
use crate::policy::DocumentId;
use crate::site::frame::link;
use crate::site::frame::years::changed;

/// The sitemap: home, years, documents, plans and other lists, as the table of pages names them. Pages of single clauses are not in
/// it, because their text is that of the document.
pub(crate) fn sitemap(corpus: &Corpus) -> Vec<u8> {
    let since = |id: &DocumentId| Some(changed(corpus.public.get(id)?)?.date.to_string());
    let listed = pages::files(corpus, Audience::Writers).into_iter().filter_map(|made| match made.listing {
        Listing::Sitemap => Some((made.file, None)),
        Listing::Document(id) => Some((made.file, since(&id))),
        Listing::Nowhere => None,
    });
    let pages: Vec<(String, Option<String>)> = listed.collect();
    let mut xml = Writer::new(Vec::new());
    // Writing to memory does not fail.
    let _ = write(&mut xml, &corpus.site.base_url, &pages);
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

fn write(xml: &mut Writer<Vec<u8>>, base_url: &str, pages: &[(String, Option<String>)]) -> std::io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let urlset = xml.create_element("urlset").with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    urlset.write_inner_content(|xml| {
        for (file, changed) in pages {
            xml.create_element("url").write_inner_content(|xml| {
                let loc = link::absolute(base_url, file);
                xml.create_element("loc").write_text_content(BytesText::new(&loc))?;
                if let Some(changed) = changed {
                    xml.create_element("lastmod").write_text_content(BytesText::new(changed))?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Everything may be read; where the sitemap is. (Of a site in a sub-folder, search engines read the sitemap only when
/// the city's own robots.txt names it.)
pub(crate) fn robots(base_url: &str) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", link::absolute(base_url, link::SITEMAP)).into_bytes()
}
