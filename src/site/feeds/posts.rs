//! `/data/snippets.json`: the released posts for programs. Beside it stands its JSON Schema, which explains the fields.

use serde::Serialize;

use crate::corpus::Corpus;
use crate::corpus::pages::has_posts;
use crate::policy::{ClauseId, NamingLanguage, Position};
use crate::site::frame::link;
use crate::site::frame::sharing::Sharing;
use crate::snippet::{Level, Post};

/// The schema. A test holds the data against it.
const SCHEMA: &str = include_str!("snippets.schema.json");
/// The same without its Japanese texts.
const ENGLISH_SCHEMA: &str = include_str!("snippets.schema.en.json");

/// The schema of a site in this language.
pub(crate) fn schema(language: NamingLanguage) -> &'static str {
    match language {
        NamingLanguage::Japanese => SCHEMA,
        NamingLanguage::English => ENGLISH_SCHEMA,
    }
}

#[derive(Serialize)]
struct PostsFile<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    title: &'a str,
    city: &'a str,
    base_url: &'a str,
    posts: Vec<PostEntry<'a>>,
}

#[derive(Serialize)]
struct PostEntry<'a> {
    id: &'a ClauseId,
    document: &'a str,
    position: &'a Position,
    citation: &'a str,
    url: String,
    channel: &'static str,
    level: u8,
    parts: &'a [String],
    body: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alt: Option<&'a str>,
    unit: &'static str,
    count: usize,
    limit: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentences: Option<Sentences>,
    approved: Approved<'a>,
}

#[derive(Serialize)]
struct Sentences {
    shown: usize,
    all: usize,
}

#[derive(Serialize)]
struct Approved<'a> {
    by: &'a str,
    on: String,
}

/// The posts, by document, place on the page, and channel.
pub(crate) fn json(corpus: &Corpus, sharing: &Sharing<'_>) -> String {
    let mut posts = Vec::new();
    for clause in &sharing.clauses {
        let address = clause.subject.clause.address();
        posts.extend(clause.posts.iter().map(|(post, approval)| PostEntry {
            id: address.id,
            document: &clause.subject.document.id.0,
            position: address.position,
            citation: &clause.subject.name,
            url: link::absolute(&corpus.site.base_url, &link::clause_file(address.id)),
            channel: post.channel.name,
            level: post.level.number(),
            parts: &post.parts,
            body: &post.body,
            image: shown(post).map(|(image, _)| image_address(&corpus.site.base_url, image)),
            alt: shown(post).map(|(_, alt)| alt),
            unit: post.channel.unit.name(),
            count: post.count,
            limit: post.limit,
            sentences: match post.level {
                Level::Sentences { shown, all } => Some(Sentences { shown, all }),
                _ => None,
            },
            approved: Approved { by: &approval.by, on: approval.on.date.to_string() },
        }));
    }
    let site = &corpus.site;
    let (title, city, base_url) = (&*site.title, &*site.city, &*site.base_url);
    let data = PostsFile { schema: link::SNIPPETS_SCHEMA_NAME, title, city, base_url, posts };
    let mut text = serde_json::to_string_pretty(&data).unwrap_or_default();
    text.push('\n');
    text
}

/// The picture of a post with its words; without words it is not shown anywhere.
fn shown(post: &Post) -> Option<(&str, &str)> {
    let picture = post.picture.as_ref()?;
    Some((&picture.image, picture.alt.as_deref()?))
}

fn image_address(base_url: &str, image: &str) -> String {
    if image.contains("://") { image.to_owned() } else { link::absolute(base_url, image) }
}

/// Whether anything is written about posts: then the file is there, even while nothing is approved.
pub(crate) fn are_wanted(corpus: &Corpus) -> bool {
    corpus.public.keys().any(|id| has_posts(corpus, id))
}
