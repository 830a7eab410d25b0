//! What is shared of clauses: approved posts, and the picture a link is shown with. Drafts are never seen here.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::escape::push_attribute;
use super::link;
use super::theme::Theme;
use crate::corpus::Corpus;
use crate::diagnostic::Diagnostics;
use crate::snippet::{AuthorTexts, CardRenderer, CardShape, CardWords, PublishedPosts, published_posts};

/// Everything shared, by the permanent id of the clause.
#[derive(Default)]
pub(super) struct Sharing<'a> {
    /// Clauses with their posts, in the order of documents and pages.
    pub(super) clauses: Vec<PublishedPosts<'a>>,
    /// The pictures of clauses.
    pictures: BTreeMap<String, Picture>,
    /// Which of the clauses has this id.
    places: BTreeMap<&'a str, usize>,
}

/// A picture.
struct Picture {
    source: Source,
    alternative: String,
}

/// Where a picture comes from.
enum Source {
    /// A card: its PNG.
    Card(Vec<u8>),
    /// A file below `content/`.
    File(String),
    /// Elsewhere.
    Web(String),
}

impl<'a> Sharing<'a> {
    /// Collects what is shared of a site, and draws its cards.
    pub(super) fn of(corpus: &'a Corpus, theme: &Theme) -> (Self, Diagnostics) {
        let clauses: Vec<_> = corpus.public.values().flat_map(|document| published_posts(corpus, document)).collect();
        let mut sharing = Self { clauses, ..Self::default() };
        let mut found = Diagnostics::default();
        if sharing.clauses.is_empty() {
            return (sharing, found);
        }
        let studio = match CardRenderer::new(theme.card(), corpus.site.appearance.colors.accent) {
            Ok(studio) => studio,
            Err(broken) => {
                found.push(*broken);
                return (sharing, found);
            }
        };
        let picture =
            |clause: &PublishedPosts<'a>| own(corpus, clause).map(Ok).or_else(|| drawn(corpus, &studio, clause));
        let pictures: Vec<_> = sharing.clauses.par_iter().map(picture).collect();
        for (at, (clause, picture)) in sharing.clauses.iter().zip(pictures).enumerate() {
            let id = clause.subject.clause.address().id;
            sharing.places.insert(id, at);
            match picture {
                Some(Ok(picture)) => drop(sharing.pictures.insert(id.to_owned(), picture)),
                Some(Err(broken)) => found.push(*broken),
                None => {}
            }
        }
        (sharing, found)
    }

    /// What is released of a clause.
    pub(super) fn clause(&self, id: &str) -> Option<&PublishedPosts<'a>> {
        self.clauses.get(*self.places.get(id)?)
    }

    /// What was released as the description of a clause's page.
    pub(super) fn description(&self, id: &str) -> Option<&str> {
        let posts = &self.clause(id)?.posts;
        posts.iter().find(|(post, _)| post.channel.name == "og-description").map(|(post, _)| post.body.as_str())
    }

    /// The cards, and the files of the content that serve as pictures: output path and, for a card, its bytes.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, Option<&[u8]>)> {
        self.pictures.iter().filter_map(|(id, picture)| match &picture.source {
            Source::Card(png) => Some((link::card_file(id), Some(&**png))),
            Source::File(path) => Some((path.clone(), None)),
            Source::Web(_) => None,
        })
    }

    /// The elements of `<head>` that tell the picture of a clause; empty where it has none.
    pub(super) fn head(&self, base_url: &str, id: &str) -> String {
        let Some(Picture { source, alternative }) = self.pictures.get(id) else { return String::new() };
        let (width, height) = CardShape::Wide.size();
        let (url, size) = match source {
            Source::Card(_) => (link::absolute(base_url, &link::card_file(id)), Some((width, height))),
            Source::File(path) => (link::absolute(base_url, path), None),
            Source::Web(url) => (url.clone(), None),
        };
        let mut out = meta("property", "og:image", &url);
        if let Some((width, height)) = size {
            out.push_str(&meta("property", "og:image:width", &width.to_string()));
            out.push_str(&meta("property", "og:image:height", &height.to_string()));
        }
        out.push_str(&meta("property", "og:image:alt", alternative));
        out.push_str(&meta("name", "twitter:card", "summary_large_image"));
        out
    }
}

fn meta(kind: &str, name: &str, content: &str) -> String {
    let mut out = String::from("\n<meta");
    push_attribute(&mut out, kind, name);
    push_attribute(&mut out, "content", content);
    out.push('>');
    out
}

/// The picture an author has chosen: part of a post, so only where a post is released, and only with words for those who do
/// not see it.
fn own(corpus: &Corpus, clause: &PublishedPosts<'_>) -> Option<Picture> {
    let sns = clause.subject.sns.filter(|_| !clause.posts.is_empty())?;
    let (image, alternative) = (&sns.image.as_ref()?.value, sns.alt.as_ref()?.value.clone());
    let source = if image.contains("://") {
        Source::Web(image.clone())
    } else {
        Source::File(corpus.assets.get(image)?.clone())
    };
    Some(Picture { source, alternative })
}

/// Whether a clause has a card: unless its author has chosen another picture, or there is nothing to be said on it.
#[must_use]
pub fn has_card(corpus: &Corpus, clause: &PublishedPosts<'_>) -> bool {
    own(corpus, clause).is_none() && words(corpus, clause).is_some()
}

/// What a card says. A post that is not due must not be seen on it.
fn words(corpus: &Corpus, clause: &PublishedPosts<'_>) -> Option<CardWords> {
    let authors = if clause.posts.is_empty() { AuthorTexts::None } else { AuthorTexts::Approved };
    CardWords::of(&corpus.site, &clause.subject, authors)
}

/// The card of a clause.
fn drawn(
    corpus: &Corpus,
    studio: &CardRenderer<'_>,
    clause: &PublishedPosts<'_>,
) -> Option<Result<Picture, Box<crate::diagnostic::Diagnostic>>> {
    let words = words(corpus, clause)?;
    let card = studio.draw(&clause.subject, &words, CardShape::Wide);
    Some(card.map(|card| Picture { source: Source::Card(card.png), alternative: card.alternative }))
}
