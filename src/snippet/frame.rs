//! The frame of a post: the lines around its body. They are the heading, the citation, the link and the hashtags.

use super::post::Level;
use super::subject::Subject;
use crate::policy::{Channel, Purpose, Site};

/// The part of the frame that is left out for want of room. Each value includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Omission {
    Nothing,
    FurtherTags,
    Citation,
    Heading,
    Tags,
    Head,
}

impl Omission {
    pub(super) const ALL: [Self; 6] =
        [Self::Nothing, Self::FurtherTags, Self::Citation, Self::Heading, Self::Tags, Self::Head];
    /// Only the lines that are never left out remain.
    pub(super) const MOST: Self = Self::Head;
}

/// The lines around the body; a line that does not exist is empty.
pub(super) struct PostFrame {
    correction: String,
    head: String,
    short_head: String,
    citation: String,
    corrected: String,
    link: String,
    tags: String,
    first_tag: String,
}

impl PostFrame {
    pub(super) fn new(site: &Site, subject: &Subject<'_>, channel: &Channel, link: &str) -> Self {
        let tags = tags(site, subject, channel);
        let joined = tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ");
        let is_post = channel.purpose == Purpose::Post;
        let words = subject.frame_words();
        let head = words.head(site);
        let correction = subject.sns.and_then(|sns| sns.correction_of.as_ref()).filter(|_| is_post);
        let if_post = |text: String| if is_post { text } else { String::new() };
        Self {
            correction: if correction.is_some() { words.correction.to_owned() } else { String::new() },
            head: if_post(words.marked(&head, &subject.heading)),
            short_head: if_post(words.marked(&head, "")),
            citation: if_post(format!("{}{}", words.source, subject.name)),
            corrected: correction.map_or_else(String::new, |url| format!("{}\n{}", words.corrected, url.value)),
            link: link.to_owned(),
            first_tag: tags.first().map_or_else(String::new, |tag| format!("#{tag}")),
            tags: joined,
        }
    }

    /// The lines of a post: the frame with the body and the note below it. An author's text gets no head.
    pub(super) fn lines<'a>(&'a self, body: &'a str, note: &'a str, omission: Omission, level: Level) -> Vec<&'a str> {
        let head = match omission {
            _ if level < Level::Whole => "",
            Omission::Head => "",
            Omission::Heading | Omission::Tags => &self.short_head,
            Omission::Nothing | Omission::FurtherTags | Omission::Citation => &self.head,
        };
        let citation = if omission < Omission::Citation { &*self.citation } else { "" };
        let tags = match omission {
            Omission::Nothing => &*self.tags,
            Omission::FurtherTags | Omission::Citation | Omission::Heading => &self.first_tag,
            Omission::Tags | Omission::Head => "",
        };
        let lines = [&*self.correction, head, body, note, citation, &self.link, tags, &self.corrected];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// The lines that other parts of a thread have: the first part has the head, the last part has link and hashtags.
    pub(super) fn lines_of_other_parts(&self, part: usize, parts: usize) -> Vec<&str> {
        let first = [&*self.correction, &self.head].into_iter().filter(|_| part > 0);
        let last = [&*self.link, &self.tags, &self.corrected].into_iter().filter(|_| part + 1 < parts);
        first.chain(last).collect()
    }
}

/// The author's hashtags or else the site's, as many as the channel takes.
fn tags<'a>(site: &'a Site, subject: &Subject<'a>, channel: &Channel) -> Vec<&'a str> {
    let own = subject.sns.map(|sns| &sns.tags).filter(|tags| !tags.is_empty());
    own.unwrap_or(&site.posting.tags).iter().take(channel.tags).map(|tag| tag.value.as_str()).collect()
}
