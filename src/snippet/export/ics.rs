//! A calendar of planned posts (RFC 5545), with one event for each post that has a `publish_at`. Without an event no file is written,
//! because the RFC does not allow an empty calendar.

use jiff::Timestamp;

use super::{ExportFiles, ExportRequest};

/// The longest line in bytes; longer ones are folded.
const MAX_LINE: usize = 75;

pub(super) fn write(request: &ExportRequest<'_>, files: &mut ExportFiles) {
    let (mut calendar, mut is_empty) = (Calendar(String::new()), true);
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//hoshin//snippet//JA");
    for clause in request.clauses {
        let Some(moment) = clause.subject.sns.and_then(|sns| sns.publish_at.as_ref()) else { continue };
        let moment = stamp(moment.value);
        for post in clause.posts() {
            is_empty = false;
            calendar.line("BEGIN:VEVENT");
            calendar.line(&format!("UID:{}-{}@hoshin", clause.id(), post.channel.name));
            // The time of the export would make two exports of the same posts differ.
            calendar.line(&format!("DTSTAMP:{moment}"));
            calendar.line(&format!("DTSTART:{moment}"));
            calendar.line(&format!("SUMMARY:{}", escaped(&format!("{}：{}", post.channel.title, clause.subject.name))));
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
    /// Adds a line, folded at the longest allowed length but never inside a character.
    fn line(&mut self, text: &str) {
        let (mut rest, mut room) = (text, MAX_LINE);
        while rest.len() > room {
            let at = rest.floor_char_boundary(room);
            self.0.push_str(&rest[..at]);
            self.0.push_str("\r\n ");
            // The space at the start of a folded line counts.
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
