//! The page for addresses that lead nowhere.

use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;

/// The page.
pub(crate) fn page(site: &SiteContext<'_>) -> OutputFile {
    let head = PageHead::plain(link::NOT_FOUND, site.words().not_found, &site.corpus.site.description);
    site.page(&head, "404.html", [])
}
