//! A feed of approved posts (RFC 4287), for programs that watch one. What is to be published later is not in it.

use jiff::{Timestamp, tz::TimeZone};
use quick_xml::escape::escape;

use super::{Files, Order, approval};
use crate::snippet::draft::Draft;
use crate::source::Approval;

pub(super) fn write(order: &Order<'_>, files: &mut Files) {
    let site = &order.corpus.site;
    let zone = TimeZone::get(&site.time_zone).unwrap_or(TimeZone::UTC);
    let mut entries = String::new();
    let mut newest = Timestamp::UNIX_EPOCH;
    for draft in order.drafts {
        for post in draft.posts() {
            let Some(approved) = approval(draft, post) else { continue };
            let moment = moment(draft, approved, &zone);
            if moment > order.now {
                continue;
            }
            newest = newest.max(moment);
            entries.push_str(&format!(
                "<entry>\n<id>{base}c/{id}/#{channel}</id>\n<title>{title}</title>\n<updated>{moment}</updated>\n\
                 <link href=\"{link}\"/>\n<category term=\"{channel}\"/>\n<summary>{text}</summary>\n</entry>\n",
                base = escape(&site.base_url),
                id = draft.subject.clause.address().id,
                channel = post.channel.name,
                title = escape(&draft.subject.name),
                link = escape(crate::snippet::link::short(site, draft.subject.clause.address().id)),
                text = escape(post.text()),
            ));
        }
    }
    // A feed tells when it was last changed: without an entry there is no such moment, and no feed.
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

/// When it is to be published, else the day of its approval.
fn moment(draft: &Draft<'_>, approved: &Approval, zone: &TimeZone) -> Timestamp {
    let planned = draft.subject.sns.and_then(|sns| sns.publish_at.as_ref()).map(|moment| moment.value);
    let day = || zone.to_timestamp(approved.on.date.to_datetime(jiff::civil::Time::midnight())).ok();
    planned.or_else(day).unwrap_or(Timestamp::UNIX_EPOCH)
}
