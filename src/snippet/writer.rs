//! Writes a post with the first text that fits: the author's text for the channel, the author's text for all channels, the clause,
//! its first sentences. There is never an `…` or a cut inside a sentence, and the link is never left out.
//!
//! Where the frame does not fit, its parts are left out in this order: all hashtags but the first, the citation, the heading of
//! the section, the first hashtag, the line that names the city's policy.

use super::frame::{Omission, PostFrame};
use super::limits::ChannelLimits;
use super::link;
use super::post::{Excess, Level, Picture, Post, PostRefusal, RefusalReason};
use super::subject::Subject;
use super::thread;
use crate::policy::{Channel, Purpose, Site};
use crate::source::Sns;

/// The way to handle a clause that is too long for one post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Splitting {
    /// The post has the first sentences of the clause.
    #[default]
    Never,
    /// The clause becomes several posts, where the channel has threads.
    Threads,
}

/// Writes the post about a clause for a channel.
///
/// # Errors
/// [`PostRefusal`]: the reason why there is no post, and how much room an author has.
pub fn write_post(
    site: &Site,
    subject: &Subject<'_>,
    channel: &'static Channel,
    splitting: Splitting,
) -> Result<Post, PostRefusal> {
    let refused = |reason| Err(PostRefusal { reason, room: None });
    let id = subject.clause.address().id;
    if id.is_empty() {
        return refused(RefusalReason::NoId);
    }
    let Some(link) = link::to_clause(site, id, channel) else { return refused(RefusalReason::Link) };
    let link = if channel.purpose == Purpose::Description { String::new() } else { link };
    let writer = PostWriter {
        subject,
        channel,
        limits: ChannelLimits::new(&site.posting, channel, &link),
        frame: PostFrame::new(site, subject, channel, &link),
        link,
    };
    writer.write(splitting)
}

/// A clause and a channel, with all that a post for it needs.
struct PostWriter<'a> {
    subject: &'a Subject<'a>,
    channel: &'static Channel,
    limits: ChannelLimits,
    frame: PostFrame,
    link: String,
}

impl PostWriter<'_> {
    fn write(&self, splitting: Splitting) -> Result<Post, PostRefusal> {
        if let Some(sns) = self.subject.sns
            && let Some(outcome) = self.authors_text(sns)
        {
            return outcome;
        }
        if let Some(why) = self.subject.clause_text.unsuitable {
            return Err(self.refusal(RefusalReason::Unsuitable(why)));
        }
        let text = &self.subject.clause_text.text;
        if let Some(signs) = refused_signs(self.channel, text) {
            return Err(self.refusal(RefusalReason::Signs { signs, is_authors: false }));
        }
        if let Some(post) = self.fitted(text, "", Level::Whole) {
            return Ok(post);
        }
        if splitting == Splitting::Threads
            && let Some(parts) = thread::split(text, self.channel.parts, &self.limits, &self.frame)
        {
            let longest = parts.iter().map(|part| self.limits.count(part)).max();
            return Ok(self.post(Level::Whole, parts, longest.unwrap_or(0), text));
        }
        self.first_sentences().ok_or_else(|| self.refusal(RefusalReason::TooLong(self.excess_of_first())))
    }

    /// The post with the author's text. A text for all channels is skipped where it does not fit; a text for this channel that does
    /// not fit is refused.
    fn authors_text(&self, sns: &Sns) -> Option<Result<Post, PostRefusal>> {
        let own = sns.channels.iter().find(|(channel, _)| channel.name == self.channel.name);
        let (level, text) = match own {
            Some((_, text)) => (Level::Channel, text),
            None => (Level::General, sns.text_for(self.channel)?),
        };
        if let Some(signs) = refused_signs(self.channel, &text.value) {
            return Some(Err(self.refusal(RefusalReason::Signs { signs, is_authors: true })));
        }
        let fitted = self.fitted(&text.value, "", level);
        match (fitted, level) {
            (Some(post), _) => Some(Ok(post)),
            (None, Level::Channel) => {
                let excess = self.limits.excess(&self.frame.lines(&text.value, "", Omission::MOST, level));
                Some(Err(self.refusal(RefusalReason::AuthorTooLong(excess))))
            }
            (None, _) => None,
        }
    }

    /// The post with as many first sentences as fit.
    fn first_sentences(&self) -> Option<Post> {
        let text = &self.subject.clause_text;
        let ends = text.ends();
        let all = ends.len();
        let fits = |shown: usize| {
            let (body, note) =
                (text.first_sentences(&ends, shown), self.subject.frame_words().excerpt_note(shown, all));
            self.limits.fits(&self.frame.lines(body, &note, Omission::MOST, Level::Whole))
        };
        // More sentences are never shorter, so the largest number that fits is found by bisection.
        let (mut most, mut none) = (0, all);
        while none - most > 1 {
            let middle = most + (none - most) / 2;
            if fits(middle) { most = middle } else { none = middle }
        }
        let shown = text.whole_sentences(&ends, most);
        let level = Level::Sentences { shown, all };
        let post = || {
            self.fitted(text.first_sentences(&ends, shown), &self.subject.frame_words().excerpt_note(shown, all), level)
        };
        (shown > 0).then(post).flatten()
    }

    /// The post with as much of its frame as fits.
    fn fitted(&self, body: &str, note: &str, level: Level) -> Option<Post> {
        let (lines, length) = Omission::ALL.iter().find_map(|omission| {
            let lines = self.frame.lines(body, note, *omission, level);
            let length = self.limits.fitting_length(&lines)?;
            Some((lines, length))
        })?;
        Some(self.post(level, vec![lines.join("\n")], length, body))
    }

    fn post(&self, level: Level, parts: Vec<String>, count: usize, body: &str) -> Post {
        Post {
            channel: self.channel,
            level,
            body: body.to_owned(),
            picture: self.picture(),
            link: self.link.clone(),
            count,
            limit: self.limits.limit(),
            above_soft: parts.iter().filter_map(|part| self.limits.above_soft(part)).max(),
            parts,
        }
    }

    fn picture(&self) -> Option<Picture> {
        let sns = self.subject.sns?;
        let alt = sns.alt.as_ref().map(|alt| alt.value.clone());
        sns.image.as_ref().map(|image| Picture { image: image.value.clone(), alt })
    }

    fn refusal(&self, reason: RefusalReason) -> PostRefusal {
        let frame = self.frame.lines("", "", Omission::MOST, Level::Whole);
        PostRefusal { reason, room: self.limits.room(&frame) }
    }

    /// How much too long the first sentence is with the smallest frame.
    fn excess_of_first(&self) -> Excess {
        let text = &self.subject.clause_text;
        let ends = text.ends();
        let note = if ends.len() > 1 { self.subject.frame_words().excerpt_note(1, ends.len()) } else { String::new() };
        let lines = self.frame.lines(text.first_sentences(&ends, 1), &note, Omission::MOST, Level::Whole);
        self.limits.excess(&lines)
    }
}

/// The signs in a text that a channel does not take. `YouTube` refuses angle brackets in descriptions
/// (<https://developers.google.com/youtube/v3/docs/videos#snippet.description>).
fn refused_signs(channel: &Channel, text: &str) -> Option<String> {
    let refused: &[char] = if channel.name == "youtube" { &['<', '>'] } else { &[] };
    let signs: String = refused.iter().filter(|sign| text.contains(**sign)).collect();
    (!signs.is_empty()).then_some(signs)
}
