//! A calendar of planned posts (RFC 5545): one event for each post that has a `publish_at`. Without one there is no file: the
//! RFC knows no calendar without anything in it.

use jiff::Timestamp;

use super::{Files, Order};

/// Bytes a line may have before it is folded.
const MAX_LINE: usize = 75;

pub(super) fn write(order: &Order<'_>, files: &mut Files) {
    let (mut calendar, mut is_empty) = (Calendar(String::new()), true);
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//hoshin//snippet//JA");
    for draft in order.drafts {
        let Some(moment) = draft.subject.sns.and_then(|sns| sns.publish_at.as_ref()) else { continue };
        let moment = stamp(moment.value);
        for post in draft.posts() {
            is_empty = false;
            calendar.line("BEGIN:VEVENT");
            calendar.line(&format!("UID:{}-{}@hoshin", draft.subject.clause.address().id, post.channel.name));
            // Not the moment of the export: the same posts are the same file.
            calendar.line(&format!("DTSTAMP:{moment}"));
            calendar.line(&format!("DTSTART:{moment}"));
            calendar.line(&format!("SUMMARY:{}", escaped(&format!("{}：{}", post.channel.title, draft.subject.name))));
            calendar.line(&format!("DESCRIPTION:{}", escaped(&post.text())));
            if !post.link.is_empty() {
                calendar.line(&format!("URL:{}", post.link));
            }
            calendar.line("END:VEVENT");
        }
    }
    if is_empty {
        return;
    }
    calendar.line("END:VCALENDAR");
    files.insert("schedule.ics".to_owned(), calendar.0.into_bytes());
}

struct Calendar(String);

impl Calendar {
    /// A line, folded before it is too long, never within a character.
    fn line(&mut self, text: &str) {
        let (mut rest, mut room) = (text, MAX_LINE);
        while rest.len() > room {
            let at = rest.floor_char_boundary(room);
            self.0.push_str(&rest[..at]);
            self.0.push_str("\r\n ");
            // The space counts.
            (rest, room) = (&rest[at..], MAX_LINE - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

fn stamp(moment: Timestamp) -> String {
    jiff::fmt::strtime::format("%Y%m%dT%H%M%SZ", moment).unwrap_or_default()
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}
