//! Approved posts about clauses, and the picture that is shown with a link to a clause. Drafts are never seen here.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::link;
use super::theme::{Components, Theme};
use crate::corpus::Corpus;
use crate::diagnostic::Diagnostics;
use crate::policy::ClauseId;
use crate::snippet::{AuthorTexts, CardRenderer, CardShape, CardWords, PublishedPosts, published_posts};

/// The released posts and pictures of a site, by the permanent id of the clause.
#[derive(Default)]
pub(crate) struct Sharing<'a> {
    /// Clauses with their posts, in the order of documents and pages.
    pub(crate) clauses: Vec<PublishedPosts<'a>>,
    /// The pictures of clauses.
    pictures: BTreeMap<ClauseId, ClausePicture>,
    /// Which of the clauses has this id.
    places: BTreeMap<&'a ClauseId, usize>,
}

/// The picture of a clause, and its words for those who do not see it.
struct ClausePicture {
    source: PictureSource,
    alternative: String,
}

/// Where a picture comes from.
enum PictureSource {
    /// A card: its PNG.
    Card(Vec<u8>),
    /// A file below `content/`.
    File(String),
    /// Elsewhere.
    Web(String),
}

impl<'a> Sharing<'a> {
    /// Collects what is shared of a site, and draws its cards.
    pub(crate) fn of(corpus: &'a Corpus, theme: &Theme) -> (Self, Diagnostics) {
        let clauses: Vec<_> = corpus.public.values().flat_map(|document| published_posts(corpus, document)).collect();
        let mut sharing = Self { clauses, ..Self::default() };
        let mut found = Diagnostics::default();
        if sharing.clauses.is_empty() {
            return (sharing, found);
        }
        let renderer = match CardRenderer::new(theme.card(), corpus.site.appearance.colors.accent) {
            Ok(renderer) => renderer,
            Err(broken) => {
                found.push(*broken);
                return (sharing, found);
            }
        };
        let picture =
            |clause: &PublishedPosts<'a>| own(corpus, clause).map(Ok).or_else(|| drawn(corpus, &renderer, clause));
        let pictures: Vec<_> = sharing.clauses.par_iter().map(picture).collect();
        for (at, (clause, picture)) in sharing.clauses.iter().zip(pictures).enumerate() {
            let id = clause.subject.clause.address().id;
            sharing.places.insert(id, at);
            match picture {
                Some(Ok(picture)) => drop(sharing.pictures.insert(id.clone(), picture)),
                Some(Err(broken)) => found.push(*broken),
                None => {}
            }
        }
        (sharing, found)
    }

    /// The released posts of a clause.
    pub(crate) fn clause(&self, id: &ClauseId) -> Option<&PublishedPosts<'a>> {
        self.clauses.get(*self.places.get(id)?)
    }

    /// The released description of the page of a clause.
    pub(crate) fn description(&self, id: &ClauseId) -> Option<&str> {
        let posts = &self.clause(id)?.posts;
        posts.iter().find(|(post, _)| post.channel.name == "og-description").map(|(post, _)| post.body.as_str())
    }

    /// The cards, and the files of the content that serve as pictures: output path and, for a card, its bytes.
    pub(crate) fn files(&self) -> impl Iterator<Item = (String, Option<&[u8]>)> {
        self.pictures.iter().filter_map(|(id, picture)| match &picture.source {
            PictureSource::Card(png) => Some((link::card_file(id), Some(&**png))),
            PictureSource::File(path) => Some((path.clone(), None)),
            PictureSource::Web(_) => None,
        })
    }

    /// The elements of `<head>` that tell the picture of a clause; empty where it has none.
    pub(crate) fn head(&self, parts: &Components, base_url: &str, id: &ClauseId) -> String {
        let Some(ClausePicture { source, alternative }) = self.pictures.get(id) else { return String::new() };
        let (url, size) = match source {
            PictureSource::Card(_) => {
                let (width, height) = CardShape::Wide.size();
                let size = parts.clause_picture_size.with([&width.to_string(), &height.to_string()]);
                (link::absolute(base_url, &link::card_file(id)), size)
            }
            PictureSource::File(path) => (link::absolute(base_url, path), String::new()),
            PictureSource::Web(url) => (url.clone(), String::new()),
        };
        parts.clause_picture.with([&url, &size, alternative])
    }
}

/// The picture an author has chosen: part of a post, so only where a post is released, and only with words for those who do
/// not see it.
fn own(corpus: &Corpus, clause: &PublishedPosts<'_>) -> Option<ClausePicture> {
    let sns = clause.subject.sns.filter(|_| !clause.posts.is_empty())?;
    let (image, alternative) = (&sns.image.as_ref()?.value, sns.alt.as_ref()?.value.clone());
    let source = if image.contains("://") {
        PictureSource::Web(image.clone())
    } else {
        PictureSource::File(corpus.assets.get(image)?.clone())
    };
    Some(ClausePicture { source, alternative })
}

/// Whether a clause has a card: its author has chosen no other picture, and there is something to write on it.
#[must_use]
pub fn has_card(corpus: &Corpus, clause: &PublishedPosts<'_>) -> bool {
    own(corpus, clause).is_none() && words(corpus, clause).is_some()
}

/// The words on a card. A post that is not due must not be seen on it.
fn words(corpus: &Corpus, clause: &PublishedPosts<'_>) -> Option<CardWords> {
    let authors = if clause.posts.is_empty() { AuthorTexts::None } else { AuthorTexts::Approved };
    CardWords::of(&corpus.site, &clause.subject, authors)
}

/// The card of a clause.
fn drawn(
    corpus: &Corpus,
    renderer: &CardRenderer<'_>,
    clause: &PublishedPosts<'_>,
) -> Option<Result<ClausePicture, Box<crate::diagnostic::Diagnostic>>> {
    let words = words(corpus, clause)?;
    let card = renderer.draw(&clause.subject, &words, CardShape::Wide);
    Some(card.map(|card| ClausePicture { source: PictureSource::Card(card.png), alternative: card.alternative }))
}
