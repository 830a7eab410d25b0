//! What stands around the words of a post: whose policy it is, the citation, the link, hashtags.

use super::post::Level;
use super::subject::Subject;
use crate::policy::{Channel, Purpose, Site};

/// How much is shed for want of room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shed {
    Nothing,
    FurtherTags,
    Citation,
    Heading,
    Tags,
    Head,
}

impl Shed {
    pub(super) const ALL: [Self; 6] =
        [Self::Nothing, Self::FurtherTags, Self::Citation, Self::Heading, Self::Tags, Self::Head];
    /// With the least around it.
    pub(super) const LEAST: Self = Self::Head;
}

/// The lines around the words; empty ones are left out.
pub(super) struct Layout {
    correction: String,
    head: String,
    short_head: String,
    citation: String,
    corrected: String,
    link: String,
    tags: String,
    first_tag: String,
}

impl Layout {
    pub(super) fn of(site: &Site, subject: &Subject<'_>, channel: &Channel, link: &str) -> Self {
        let tags = tags(site, subject, channel);
        let joined = tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ");
        let is_post = channel.purpose == Purpose::Post;
        let head = site.posting.head.clone().unwrap_or_else(|| format!("{}の方針", site.city));
        let correction = subject.sns.and_then(|sns| sns.correction_of.as_ref()).filter(|_| is_post);
        let if_post = |text: String| if is_post { text } else { String::new() };
        Self {
            correction: if correction.is_some() { "【訂正】".to_owned() } else { String::new() },
            head: if_post(format!("【{head}】{}", subject.heading)),
            short_head: if_post(format!("【{head}】")),
            citation: if_post(format!("▼原文：{}", subject.name)),
            corrected: correction.map_or_else(String::new, |url| format!("訂正する投稿：\n{}", url.value)),
            link: link.to_owned(),
            first_tag: tags.first().map_or_else(String::new, |tag| format!("#{tag}")),
            tags: joined,
        }
    }

    /// The lines of a post. An author's text has no head but its own.
    pub(super) fn lines<'a>(&'a self, body: &'a str, note: &'a str, (shed, level): (Shed, Level)) -> Vec<&'a str> {
        let head = match shed {
            _ if level < Level::Whole => "",
            Shed::Head => "",
            Shed::Heading | Shed::Tags => &self.short_head,
            Shed::Nothing | Shed::FurtherTags | Shed::Citation => &self.head,
        };
        let citation = if shed < Shed::Citation { &*self.citation } else { "" };
        let tags = match shed {
            Shed::Nothing => &*self.tags,
            Shed::FurtherTags | Shed::Citation | Shed::Heading => &self.first_tag,
            Shed::Tags | Shed::Head => "",
        };
        let lines = [&*self.correction, head, body, note, citation, &self.link, tags, &self.corrected];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// The lines a part of a thread does not have: the head belongs to the first, link and hashtags to the last.
    pub(super) fn left_out(&self, is_first: bool, is_last: bool) -> Vec<&str> {
        let first = [&*self.correction, &self.head];
        let last = [&*self.link, &self.tags, &self.corrected];
        let (first, last) = (first.into_iter().filter(|_| !is_first), last.into_iter().filter(|_| !is_last));
        first.chain(last).collect()
    }
}

/// The author's hashtags, else the site's, as many as the channel takes.
fn tags<'a>(site: &'a Site, subject: &Subject<'a>, channel: &Channel) -> Vec<&'a str> {
    let own = subject.sns.map(|sns| &sns.tags).filter(|tags| !tags.is_empty());
    own.unwrap_or(&site.posting.tags).iter().take(channel.tags).map(|tag| tag.value.as_str()).collect()
}
