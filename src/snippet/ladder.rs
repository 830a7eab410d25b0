//! How a post is written: the author's words for the channel, else the author's words, else the clause, else its first
//! sentences; the first that fits. Never `…`, never a cut inside a sentence; the link is never dropped.
//!
//! What is around the words is shed in this order when there is no room: hashtags but the first, the line with the
//! citation, the heading of the section, the last hashtag, the line that says whose policy it is.

use super::layout::{Layout, Shed};
use super::link;
use super::post::{Excess, Level, Picture, Post, Reason, Refusal};
use super::scale::Scale;
use super::subject::Subject;
use super::thread;
use crate::policy::{Channel, Purpose, Site};
use crate::source::Sns;

/// How posts are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Splitting {
    /// What does not fit into one post is told in its first sentences.
    #[default]
    Never,
    /// What does not fit into one post becomes several, where a channel knows threads.
    Threads,
}

/// The post about a clause for a channel, or why there is none.
///
/// # Errors
/// [`Refusal`]: what stands in the way and how much room an author has.
pub fn write(
    site: &Site,
    subject: &Subject<'_>,
    channel: &'static Channel,
    splitting: Splitting,
) -> Result<Post, Refusal> {
    let refused = |reason| Err(Refusal { reason, room: None });
    let id = subject.clause.address().id;
    if id.is_empty() {
        return refused(Reason::NoId);
    }
    let Some(link) = link::to_clause(site, id, channel) else { return refused(Reason::Link) };
    let link = if channel.purpose == Purpose::Description { String::new() } else { link };
    let desk = Desk {
        subject,
        channel,
        scale: Scale::of(&site.posting, channel, &link),
        layout: Layout::of(site, subject, channel, &link),
        link,
    };
    desk.write(splitting)
}

pub(super) struct Desk<'a> {
    pub(super) subject: &'a Subject<'a>,
    pub(super) channel: &'static Channel,
    pub(super) scale: Scale,
    pub(super) layout: Layout,
    pub(super) link: String,
}

impl Desk<'_> {
    fn write(&self, splitting: Splitting) -> Result<Post, Refusal> {
        if let Some(sns) = self.subject.sns
            && let Some(done) = self.authors(sns)
        {
            return done;
        }
        if let Some(why) = self.subject.passage.unsuitable {
            return Err(self.refusal(Reason::Unsuitable(why)));
        }
        let text = &self.subject.passage.text;
        if let Some(signs) = refused_signs(self.channel, text) {
            return Err(self.refusal(Reason::Signs { signs, is_authors: false }));
        }
        if let Some(post) = self.fitted(text, "", Level::Whole) {
            return Ok(post);
        }
        if splitting == Splitting::Threads
            && let Some(parts) = thread::split(self)
        {
            let longest = parts.iter().map(|part| self.scale.count(part)).max();
            return Ok(self.post(Level::Whole, (parts, longest.unwrap_or(0)), text));
        }
        self.sentences().ok_or_else(|| self.refusal(Reason::TooLong(self.excess_of_first())))
    }

    /// The author's words. A text for all channels that does not fit here is passed over; one for this channel is not.
    fn authors(&self, sns: &Sns) -> Option<Result<Post, Refusal>> {
        let own = sns.channels.iter().find(|(channel, _)| channel.name == self.channel.name);
        let (level, text) = match own {
            Some((_, text)) => (Level::Channel, text),
            None => (Level::General, sns.text_for(self.channel)?),
        };
        if let Some(signs) = refused_signs(self.channel, &text.value) {
            return Some(Err(self.refusal(Reason::Signs { signs, is_authors: true })));
        }
        let fitted = self.fitted(&text.value, "", level);
        match (fitted, level) {
            (Some(post), _) => Some(Ok(post)),
            (None, Level::Channel) => {
                let excess = self.scale.excess(&self.layout.lines(&text.value, "", (Shed::LEAST, level)));
                Some(Err(self.refusal(Reason::AuthorTooLong(excess))))
            }
            (None, _) => None,
        }
    }

    /// As many first sentences as fit.
    fn sentences(&self) -> Option<Post> {
        let passage = &self.subject.passage;
        let ends = passage.ends();
        let all = ends.len();
        let fits = |shown: usize| {
            self.scale.fits(&self.layout.lines(
                body(passage, &ends, shown),
                &note(shown, all),
                (Shed::LEAST, Level::Whole),
            ))
        };
        // More sentences are never shorter: the number that fits is found by halving.
        let (mut most, mut none) = (0, all);
        while none - most > 1 {
            let middle = most + (none - most) / 2;
            if fits(middle) { most = middle } else { none = middle }
        }
        let shown = passage.whole_sentences(&ends, most);
        let level = Level::Sentences { shown, all };
        (shown > 0).then(|| self.fitted(body(passage, &ends, shown), &note(shown, all), level)).flatten()
    }

    /// The post with as much around its words as there is room for.
    fn fitted(&self, body: &str, note: &str, level: Level) -> Option<Post> {
        let (lines, length) = Shed::ALL.iter().find_map(|shed| {
            let lines = self.layout.lines(body, note, (*shed, level));
            let length = self.scale.fitting(&lines)?;
            Some((lines, length))
        })?;
        Some(self.post(level, (vec![lines.join("\n")], length), body))
    }

    fn post(&self, level: Level, (parts, count): (Vec<String>, usize), body: &str) -> Post {
        Post {
            channel: self.channel,
            level,
            body: body.to_owned(),
            picture: self.picture(),
            link: self.link.clone(),
            count,
            limit: self.scale.limit(),
            above_soft: parts.iter().filter_map(|part| self.scale.above_soft(part)).max(),
            parts,
        }
    }

    fn picture(&self) -> Option<Picture> {
        let sns = self.subject.sns?;
        let alt = sns.alt.as_ref().map(|alt| alt.value.clone());
        sns.image.as_ref().map(|image| Picture { image: image.value.clone(), alt })
    }

    fn refusal(&self, reason: Reason) -> Refusal {
        let around = self.layout.lines("", "", (Shed::LEAST, Level::Whole));
        Refusal { reason, room: self.scale.room(&around) }
    }

    /// How much too long the first sentence is, with the least around it.
    fn excess_of_first(&self) -> Excess {
        let passage = &self.subject.passage;
        let ends = passage.ends();
        let note = if ends.len() > 1 { note(1, ends.len()) } else { String::new() };
        self.scale.excess(&self.layout.lines(body(passage, &ends, 1), &note, (Shed::LEAST, Level::Whole)))
    }
}

/// The first sentences of a clause.
pub(super) fn body<'a>(passage: &'a super::passage::Passage, ends: &[usize], shown: usize) -> &'a str {
    let end = shown.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or(0);
    passage.text[..end].trim_end()
}

/// How many sentences of how many are shown.
pub(super) fn note(shown: usize, all: usize) -> String {
    if shown == 1 {
        format!("（全{all}文のうち1文目）")
    } else {
        format!("（全{all}文のうち1～{shown}文目）")
    }
}

/// Signs a channel does not take: `YouTube` refuses angle brackets in descriptions
/// (<https://developers.google.com/youtube/v3/docs/videos#snippet.description>).
fn refused_signs(channel: &Channel, text: &str) -> Option<String> {
    let refused: &[char] = if channel.name == "youtube" { &['<', '>'] } else { &[] };
    let signs: String = refused.iter().filter(|sign| text.contains(**sign)).collect();
    (!signs.is_empty()).then_some(signs)
}
