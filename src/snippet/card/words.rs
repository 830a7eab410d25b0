//! The texts of a card: the citation, the heading, the post for the channel `card`, the city and the address.

use crate::policy::{Channel, ClauseKind, Site};
use crate::snippet::approval::{ApprovalState, approval_state};
use crate::snippet::link;
use crate::snippet::post::{Level, Post};
use crate::snippet::subject::Subject;
use crate::snippet::writer::{Splitting, write_post};

/// The authors' texts that a card may show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuthorTexts {
    /// Every author's text, approved or not. For the staff only, never for the public.
    All,
    /// An author's text whose approval still holds, or else the clause. For the public.
    Approved,
    /// Only the clause itself.
    None,
}

/// The texts of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardWords {
    /// The name of the city.
    pub(super) city: String,
    /// The citation of the clause.
    pub(super) name: String,
    /// The heading above the clause; empty where there is none.
    pub(super) heading: String,
    /// The texts to choose from. The first that fits is shown.
    pub(super) bodies: Vec<CardBody>,
    /// True if an author has written the text. Such a text is shown or refused, but never replaced.
    pub(super) is_authors: bool,
    /// The address of the clause's own page, without the scheme.
    pub(super) url: String,
}

/// A text that a card may show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CardBody {
    pub(super) text: String,
    /// How much of the clause the text is; empty for the whole clause.
    pub(super) note: String,
}

impl CardWords {
    /// The texts about a clause; `None` as long as the clause has no address.
    #[must_use]
    pub fn of(site: &Site, subject: &Subject<'_>, authors: AuthorTexts) -> Option<Self> {
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
            heading: if is_section { subject.clause_text.text.clone() } else { subject.heading.clone() },
            bodies: match post {
                Some(post) if is_authors => vec![CardBody { text: post.body, note: String::new() }],
                post => verbatim(subject, post.as_ref()),
            },
            is_authors,
            url: url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).to_owned(),
        })
    }

    /// The text for people who do not see the card: the citation and the texts that the card shows. `shown` is the body on the card.
    #[must_use]
    pub fn alternative(&self, shown: Option<usize>) -> String {
        let (said, note) = shown.and_then(|at| self.bodies.get(at)).map_or(("", ""), |body| (&*body.text, &*body.note));
        [&*self.name, &*self.heading, said, note]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// The post for the channel `card`.
fn post(site: &Site, subject: &Subject<'_>, authors: AuthorTexts) -> Option<Post> {
    let channel = Channel::named(Channel::CARD)?;
    let written = write_post(site, subject, channel, Splitting::Never).ok();
    let may_stand = |post: &Post| match authors {
        _ if post.level >= Level::Whole => true,
        AuthorTexts::All => true,
        AuthorTexts::Approved => matches!(approval_state(subject, post), ApprovalState::Approved(_)),
        AuthorTexts::None => false,
    };
    let verbatim = || write_post(site, &Subject { sns: None, ..subject.clone() }, channel, Splitting::Never).ok();
    written.filter(may_stand).or_else(verbatim)
}

/// The clause, followed by ever fewer of its first sentences.
fn verbatim(subject: &Subject<'_>, post: Option<&Post>) -> Vec<CardBody> {
    let all = subject.clause_text.ends();
    let most = match post.map(|post| post.level) {
        Some(Level::Sentences { shown, .. }) => shown,
        Some(_) => all.len(),
        None => 0,
    };
    let mut bodies = Vec::new();
    let mut shown = most;
    while shown > 0 {
        let note =
            if shown == all.len() { String::new() } else { subject.frame_words().excerpt_note(shown, all.len()) };
        bodies.push(CardBody { text: subject.clause_text.first_sentences(&all, shown).to_owned(), note });
        shown = subject.clause_text.whole_sentences(&all, shown - 1);
    }
    bodies
}
