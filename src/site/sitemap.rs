//! What search engines are told: the sitemap (sitemaps.org) and robots.txt (RFC 9309).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::link;
use super::listing::{Year, changed};
use crate::corpus::Corpus;
use crate::policy::DocumentId;

/// The sitemap: home, years, documents, plans. Pages of single clauses say nothing that the document does not say: they
/// are for those who follow a link to them. Nobody is to find an example for what the city has decided.
pub(super) fn sitemap(corpus: &Corpus, years: &[Year<'_>]) -> Vec<u8> {
    let mut pages = vec![(link::HOME.to_owned(), None)];
    pages.extend(years.iter().map(|year| (link::year_file(year.year), None)));
    pages.extend(corpus.decided().map(|document| {
        (link::document_file(&document.id), changed(document).map(|written| written.date.to_string()))
    }));
    if !corpus.plans.is_empty() {
        pages.push((link::PLANS.to_owned(), None));
        pages.extend(corpus.plans.iter().map(|plan| (link::plan_file(&plan.id.value), None)));
    }
    if corpus.goals().next().is_some() {
        pages.push((link::OBJECTIVES.to_owned(), None));
    }
    if !corpus.terms.is_empty() {
        pages.push((link::TERMS.to_owned(), None));
    }
    pages.push((link::DATA.to_owned(), None));
    if !years.is_empty() {
        pages.push((link::YEARS.to_owned(), None));
    }
    if !corpus.organizations.is_empty() {
        pages.push((link::ORGANIZATIONS.to_owned(), None));
        pages.extend(corpus.organizations.iter().map(|unit| (link::organization_file(&unit.id.value), None)));
    }
    let chain = corpus.cascade.documents();
    if !chain.is_empty() {
        pages.push((link::TRACE.to_owned(), None));
        let is_example = |id: &DocumentId| corpus.public.get(id).is_some_and(|document| document.meta.example);
        let chain = chain.into_iter().filter(|document| !is_example(document));
        pages.extend(chain.map(|document| (link::trace_file(document), None)));
    }
    if let Some(accessibility) = &corpus.site.accessibility {
        let results = accessibility.tests.iter().map(|test| link::accessibility_result_file(test.year));
        pages.extend(std::iter::once(link::ACCESSIBILITY.to_owned()).chain(results).map(|page| (page, None)));
    }
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
pub(super) fn robots(base_url: &str) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", link::absolute(base_url, link::SITEMAP)).into_bytes()
}
