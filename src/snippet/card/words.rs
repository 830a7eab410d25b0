//! What a card says: the citation, the heading, the words of the post for the channel `card`, city and address.

use crate::policy::{Channel, ClauseKind, Site};
use crate::snippet::approval::{Standing, standing};
use crate::snippet::ladder::{Splitting, body, note, write};
use crate::snippet::link;
use crate::snippet::post::{Level, Post};
use crate::snippet::subject::Subject;

/// Whose words may stand on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authors {
    /// An author's, whoever has read them: for the desk only.
    All,
    /// An author's when they are approved as they stand, else the clause's own: for the public.
    Approved,
    /// The clause's own only.
    None,
}

/// The words of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardWords {
    /// Whose card it is.
    pub(super) city: String,
    /// The citation of the clause.
    pub(super) name: String,
    /// The heading it stands under; empty where there is none.
    pub(super) heading: String,
    /// What may be said, the first that fits: words, and a note how much of the clause they are.
    pub(super) bodies: Vec<(String, String)>,
    /// Whether an author has written them: then they are shown or refused, never replaced.
    pub(super) is_authors: bool,
    /// The address of the clause's own page, without the scheme.
    pub(super) url: String,
}

impl CardWords {
    /// The words about a clause; `None` as long as it has no address.
    #[must_use]
    pub fn of(site: &Site, subject: &Subject<'_>, authors: Authors) -> Option<Self> {
        let id = subject.clause.address().id;
        if id.is_empty() {
            return None;
        }
        let post = post(site, subject, authors);
        let is_authors = post.as_ref().is_some_and(|post| post.level < Level::Whole);
        let is_section = matches!(subject.clause.kind, ClauseKind::Section { .. });
        let url = link::short(site, id);
        Some(Self {
            city: site.city.clone(),
            name: subject.name.clone(),
            heading: if is_section { subject.passage.text.clone() } else { subject.heading.clone() },
            bodies: if is_authors { post.map(own).into_iter().collect() } else { verbatim(subject, post.as_ref()) },
            is_authors,
            url: url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).to_owned(),
        })
    }

    /// The text for those who do not see the card: the citation, and the words it shows.
    #[must_use]
    pub fn alternative(&self, shown: Option<usize>) -> String {
        let (said, note) = shown.and_then(|at| self.bodies.get(at)).map_or(("", ""), |(said, note)| (said, note));
        [&*self.name, &*self.heading, said, note]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn own(post: Post) -> (String, String) {
    (post.body, String::new())
}

/// The post for the channel `card`.
fn post(site: &Site, subject: &Subject<'_>, authors: Authors) -> Option<Post> {
    let channel = Channel::named(Channel::CARD)?;
    let written = write(site, subject, channel, Splitting::Never).ok();
    let may_stand = |post: &Post| match authors {
        _ if post.level >= Level::Whole => true,
        Authors::All => true,
        Authors::Approved => matches!(standing(subject, post), Standing::Approved(_)),
        Authors::None => false,
    };
    let verbatim = || write(site, &Subject { sns: None, ..subject.clone() }, channel, Splitting::Never).ok();
    written.filter(may_stand).or_else(verbatim)
}

/// The clause, then ever fewer of its first sentences.
fn verbatim(subject: &Subject<'_>, post: Option<&Post>) -> Vec<(String, String)> {
    let all = subject.passage.ends();
    let most = match post.map(|post| post.level) {
        Some(Level::Sentences { shown, .. }) => shown,
        Some(_) => all.len(),
        None => 0,
    };
    let mut bodies = Vec::new();
    let mut shown = most;
    while shown > 0 {
        let note = if shown == all.len() { String::new() } else { note(shown, all.len()) };
        bodies.push((body(&subject.passage, &all, shown).to_owned(), note));
        shown = subject.passage.whole_sentences(&all, shown - 1);
    }
    bodies
}
