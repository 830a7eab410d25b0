//! Bodies of LINE's broadcast request: a text, a Flex bubble, and a carousel of the featured clauses of each document.
//!
//! The limits are those of <https://developers.line.biz/en/reference/messaging-api/>, which LINE's schema lacks. They are 1,500 UTF-16
//! units for an alternative text, 30 KB for a bubble, and 12 bubbles and 50 KB for a carousel. The address of an action may have 1,000
//! characters, its label 40 graphemes. The channel `line` keeps the limit of the text itself.

use serde_json::{Value, json};

use super::{ExportFiles, ExportRequest, stem};
use crate::policy::LengthUnit;
use crate::snippet::clause_posts::ClausePosts;
use crate::snippet::frame_words::FrameWords;
use crate::snippet::measure::count;
use crate::snippet::post::Post;

const MAX_ALTERNATIVE: usize = 1_500;
const MAX_BUBBLE: usize = 30_000;
const MAX_BUBBLES: usize = 12;
const MAX_CAROUSEL: usize = 50_000;
const MAX_ADDRESS: usize = 1_000;

pub(super) fn write(request: &ExportRequest<'_>, files: &mut ExportFiles) {
    let site = &request.corpus.site;
    let mut featured: Vec<(&str, Vec<Value>)> = Vec::new();
    for clause in request.clauses {
        let Some(post) = clause.posts().find(|post| post.channel.name == "line") else { continue };
        let text = json!({ "type": "text", "text": post.text() });
        files.insert(format!("line/{}.text.json", stem(clause)), body(&[text]));
        let words = clause.subject.frame_words();
        let head = words.head(site);
        let Some(bubble) = bubble(&head, clause, post) else { continue };
        let flex = flex(&alternative(&head, clause, post), &bubble);
        files.insert(format!("line/{}.flex.json", stem(clause)), body(&[flex]));
        if clause.subject.sns.is_some_and(|sns| sns.is_featured) {
            let document = clause.subject.document.id.0.as_str();
            match featured.last_mut().filter(|(known, _)| *known == document) {
                Some((_, bubbles)) => bubbles.push(bubble),
                None => featured.push((document, vec![bubble])),
            }
        }
    }
    for (document, bubbles) in featured {
        let document_of = |document: &str| request.corpus.public.values().find(|known| known.id.0 == document);
        let title = document_of(document).map_or("", |known| &known.meta.title.value);
        let words = FrameWords::of(document_of(document).map(|known| known.body.naming).unwrap_or_default());
        for (at, page) in pages(bubbles).into_iter().enumerate() {
            let carousel = json!({ "type": "carousel", "contents": page });
            let flex = flex(&words.marked(&words.head(site), title), &carousel);
            files.insert(format!("line/digest_{}_{}.json", document.replace('/', "."), at + 1), body(&[flex]));
        }
    }
}

/// Distributes the bubbles over carousels, in order, each as full as LINE allows.
fn pages(bubbles: Vec<Value>) -> Vec<Vec<Value>> {
    let mut pages: Vec<Vec<Value>> = Vec::new();
    let mut size = 0;
    for bubble in bubbles {
        let own = bytes(&bubble) + 1;
        match pages.last_mut().filter(|page| page.len() < MAX_BUBBLES && size + own + 100 <= MAX_CAROUSEL) {
            Some(page) => {
                size += own;
                page.push(bubble);
            }
            None => {
                size = own;
                pages.push(vec![bubble]);
            }
        }
    }
    pages
}

fn body(messages: &[Value]) -> Vec<u8> {
    let body = json!({ "messages": messages, "notificationDisabled": false });
    let mut text = serde_json::to_string_pretty(&body).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

fn flex(alternative: &str, contents: &Value) -> Value {
    json!({ "type": "flex", "altText": alternative, "contents": contents })
}

/// The text in the notification and where the bubble cannot be shown. It is the whole body or, if that is too long, the heading;
/// never a part of a sentence.
fn alternative(head: &str, clause: &ClausePosts<'_>, post: &Post) -> String {
    let about = clause.subject.frame_words().marked(head, &clause.subject.heading);
    let whole = if post.level.number() < 2 { post.body.clone() } else { format!("{about}\n{}", post.body) };
    [whole, about]
        .into_iter()
        .find(|text| count(LengthUnit::Utf16, text) <= MAX_ALTERNATIVE)
        .unwrap_or_else(|| clause.subject.frame_words().marked(head, ""))
}

/// The bubble of a clause; `None` if it is too large for LINE.
fn bubble(head: &str, clause: &ClausePosts<'_>, post: &Post) -> Option<Value> {
    let text = |words: &str, size: &str| json!({ "type": "text", "text": words, "size": size, "wrap": true });
    let mut contents = vec![text(head, "xs")];
    if !clause.subject.heading.is_empty() {
        let mut heading = text(&clause.subject.heading, "lg");
        heading["weight"] = "bold".into();
        contents.push(heading);
    }
    contents.extend([text(&post.body, "md"), text(&clause.subject.name, "xs")]);
    let bubble = json!({
        "type": "bubble",
        "size": "mega",
        "body": { "type": "box", "layout": "vertical", "spacing": "md", "contents": contents },
        "footer": {
            "type": "box",
            "layout": "vertical",
            "contents": [{
                "type": "button",
                "style": "link",
                "action": { "type": "uri", "label": clause.subject.frame_words().read_more, "uri": post.link },
            }],
        },
    });
    (bytes(&bubble) <= MAX_BUBBLE && count(LengthUnit::Characters, &post.link) <= MAX_ADDRESS).then_some(bubble)
}

fn bytes(value: &Value) -> usize {
    serde_json::to_vec(value).map_or(usize::MAX, |bytes| bytes.len())
}
