//! A feed of approved posts (RFC 4287) for programs. Posts with a later `publish_at` are left out.

use jiff::{Timestamp, tz::TimeZone};
use quick_xml::escape::escape;

use super::{ExportFiles, ExportRequest, approval};
use crate::snippet::clause_posts::ClausePosts;
use crate::source::Approval;

pub(super) fn write(request: &ExportRequest<'_>, files: &mut ExportFiles) {
    let site = &request.corpus.site;
    let zone = TimeZone::get(&site.time_zone).unwrap_or(TimeZone::UTC);
    let mut entries = String::new();
    let mut newest = Timestamp::UNIX_EPOCH;
    for clause in request.clauses {
        for post in clause.posts() {
            let Some(approved) = approval(clause, post) else { continue };
            let moment = moment(clause, approved, &zone);
            if moment > request.now {
                continue;
            }
            newest = newest.max(moment);
            entries.push_str(&format!(
                "<entry>\n<id>{base}c/{id}/#{channel}</id>\n<title>{title}</title>\n<updated>{moment}</updated>\n\
                 <link href=\"{link}\"/>\n<category term=\"{channel}\"/>\n<summary>{text}</summary>\n</entry>\n",
                base = escape(&site.base_url),
                id = clause.id(),
                channel = post.channel.name,
                title = escape(&clause.subject.name),
                link = escape(crate::snippet::link::short(site, clause.id())),
                text = escape(post.text()),
            ));
        }
    }
    // A feed needs the time of its last change. Without an entry there is no such time, so no feed is written.
    if entries.is_empty() {
        return;
    }
    let feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>{base}#posts</id>\n\
         <title>{title}</title>\n<updated>{newest}</updated>\n<author><name>{city}</name></author>\n{entries}</feed>\n",
        base = escape(&site.base_url),
        title = escape(&site.title),
        city = escape(&site.city),
    );
    files.insert("approved.atom".to_owned(), feed.into_bytes());
}

/// The moment of `publish_at`, or else the day of the approval.
fn moment(clause: &ClausePosts<'_>, approved: &Approval, zone: &TimeZone) -> Timestamp {
    let planned = clause.subject.sns.and_then(|sns| sns.publish_at.as_ref()).map(|moment| moment.value);
    let day = || zone.to_timestamp(approved.on.date.to_datetime(jiff::civil::Time::midnight())).ok();
    planned.or_else(day).unwrap_or(Timestamp::UNIX_EPOCH)
}
