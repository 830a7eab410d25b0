//! The marks of documents that are shown before they are public (`--drafts`). They are written here and not in a template, so
//! that no theme can leave them out.

use jiff::tz::TimeZone;

use super::escape::push_escaped;
use super::words::filled;
use crate::artifact::FileContent;
use crate::corpus::{Drafts, Early};
use crate::policy::Document;
use crate::site::frame::site::SiteContext;

/// A file that only a site with drafts has. It tells a site with drafts from one to be published.
pub const DRAFTS_MARKER: &str = "drafts-are-shown.txt";

/// The text of that file.
pub(crate) const MARKER_TEXT: &str = "このフォルダーは、下書きと公開前の文書を含む確認用のサイトです。公開しないでください。\n\
    This site shows drafts and documents that are not public yet. Do not publish it.\n";

/// `robots.txt` of such a site (RFC 9309).
pub(crate) const ROBOTS: &str = "User-agent: *\nDisallow: /\n";

/// Adds the line that says why a document is not public, if it is not.
pub(crate) fn push_line(out: &mut String, site: &SiteContext<'_>, document: &Document) {
    let corpus = site.corpus;
    let Some(early) = corpus.early(document) else { return };
    let words = site.words_in(&document.meta.language);
    let line = match early {
        Early::Draft => words.early_draft.to_owned(),
        Early::Approved => words.early_approved.to_owned(),
        Early::Future(moment) => {
            let zone = TimeZone::get(&corpus.site.time_zone).unwrap_or(TimeZone::UTC);
            let moment = moment.to_zoned(zone);
            let minute = moment.strftime("%H:%M");
            filled(words.early_future, &[("moment", &format!("{} {minute} ", words.day(moment.date())))])
        }
    };
    out.push_str("<p class=\"superseded early\" data-nosnippet>");
    push_escaped(out, &line);
    out.push_str("</p>\n");
}

/// A file as it is in the site. Pages of a site with drafts ask search engines to stay away.
pub(crate) fn as_served(drafts: Drafts, path: &str, content: FileContent) -> FileContent {
    if drafts == Drafts::Withheld || !path.ends_with(".html") {
        return content;
    }
    let bytes = content.bytes();
    let head = b"<head>";
    let at = bytes.windows(head.len()).position(|window| window == head).map_or(0, |at| at + head.len());
    let (before, after) = bytes.split_at(at);
    FileContent::Whole([before, b"\n<meta name=\"robots\" content=\"noindex\">", after].concat().into())
}
