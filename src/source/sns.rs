//! Reads the `sns` mapping of a sidecar: the posts about a clause.

use std::ops::Range;

use jiff::{Timestamp, tz::TimeZone};

use super::fields::{Fields, YamlReader};
use super::metadata::publish_at;
use super::suggest::nearest;
use super::values::{date, url};
use super::yaml::YamlNode;
use crate::diagnostic::{Located, catalogue};
use crate::policy::{Channel, WrittenDate};

/// The texts that an author has written for posts about a clause, with approvals and publications.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sns {
    /// The bytes of the mapping.
    pub range: Range<usize>,
    /// The text for all channels without a text of their own.
    pub text: Option<Located<String>>,
    /// Texts for single channels, in the order of the table of channels.
    pub channels: Vec<(&'static Channel, Located<String>)>,
    /// Hashtags without `#`. If there are none, the site's hashtags are used.
    pub tags: Vec<Located<String>>,
    /// A picture to go with the post: a URL, or a path below `content/`.
    pub image: Option<Located<String>>,
    /// A text alternative for the picture.
    pub alt: Option<Located<String>>,
    /// The planned moment of publication.
    pub publish_at: Option<Located<Timestamp>>,
    /// True if it belongs in the digest of its document.
    pub is_featured: bool,
    /// The approvals.
    pub approved: Vec<Approval>,
    /// The publications.
    pub posted: Vec<Posted>,
    /// The post that this one corrects.
    pub correction_of: Option<Correction>,
}

impl Sns {
    /// The text for a channel that has none of its own. LINE's account manager (`line-oam`) takes the text for LINE, if
    /// there is one.
    #[must_use]
    pub fn text_for(&self, channel: &Channel) -> Option<&Located<String>> {
        let for_line = || self.channels.iter().find(|(known, _)| channel.name == "line-oam" && known.name == "line");
        for_line().map(|(_, text)| text).or(self.text.as_ref())
    }
}

/// An approval, bound to what was approved.
#[derive(Debug, Clone, PartialEq)]
pub struct Approval {
    /// The channel.
    pub channel: Located<&'static Channel>,
    /// The person who approved it.
    pub by: String,
    /// The day.
    pub on: WrittenDate,
    /// The digest of the clause.
    pub clause: Located<String>,
    /// The digest of the post.
    pub post: Located<String>,
}

/// A post that has been published.
#[derive(Debug, Clone, PartialEq)]
pub struct Posted {
    /// The channel.
    pub channel: Located<&'static Channel>,
    /// When.
    pub on: WrittenDate,
    /// Its address.
    pub url: Option<String>,
    /// The digest of the clause on that day.
    pub clause: Option<String>,
}

/// The address of a post that another post corrects.
pub type Correction = Located<String>;

/// Reads the mapping. Moments without an offset are in `zone`.
pub(super) fn read(reader: &mut YamlReader<'_>, node: YamlNode, zone: &TimeZone) -> Sns {
    let range = node.range.clone();
    let names = Channel::for_posts().map(|channel| channel.name);
    let keys: Vec<&str> = ["text"].into_iter().chain(names).chain(OTHER_KEYS).collect();
    let mut fields = reader.fields(node, "sns", &keys);
    let text = body(&mut fields, reader, "text");
    let mut channels = Vec::new();
    for channel in Channel::for_posts() {
        channels.extend(body(&mut fields, reader, channel.name).map(|text| (channel, text)));
    }
    Sns {
        range,
        text,
        channels,
        tags: tags(&mut fields, reader),
        image: fields.text(reader, "image"),
        alt: fields.text(reader, "alt"),
        publish_at: publish_at(&mut fields, reader, zone),
        is_featured: super::values::flag(&mut fields, reader, "featured").unwrap_or(false),
        approved: entries(&mut fields, reader, "approved", approval),
        posted: entries(&mut fields, reader, "posted", posted),
        correction_of: url(&mut fields, reader, "correction_of"),
    }
}

const OTHER_KEYS: [&str; 8] = ["tags", "image", "alt", "publish_at", "featured", "approved", "posted", "correction_of"];

/// Reads the text of a post and removes the line end of a YAML block.
fn body(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str) -> Option<Located<String>> {
    let text = fields.text(reader, key)?;
    Some(Located::new(text.value.trim_end().to_owned(), text.range))
}

/// Reads hashtags without `#`.
pub(super) fn tags(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Vec<Located<String>> {
    let mut tags = fields.texts(reader, "tags");
    tags.iter_mut().for_each(|tag| tag.value = tag.value.trim_start_matches(['#', '＃']).to_owned());
    tags.retain(|tag| {
        let is_good = is_tag(&tag.value);
        if !is_good {
            reader.report(catalogue::bad_hashtag(&tag.value), &tag.range);
        }
        is_good
    });
    tags
}

/// True for a word that every platform takes for one hashtag: letters, digits and `_`, not only digits.
fn is_tag(word: &str) -> bool {
    word.chars().all(|c| c.is_alphanumeric() || c == '_') && word.chars().any(char::is_alphabetic)
}

fn entries<T>(
    fields: &mut Fields,
    reader: &mut YamlReader<'_>,
    key: &str,
    read: fn(&mut YamlReader<'_>, YamlNode) -> Option<T>,
) -> Vec<T> {
    fields.list(reader, key).into_iter().filter_map(|node| read(reader, node)).collect()
}

fn approval(reader: &mut YamlReader<'_>, node: YamlNode) -> Option<Approval> {
    let mut fields = reader.fields(node, "approved", &["channel", "by", "on", "clause", "post"]);
    let channel = required_channel(&mut fields, reader);
    let by = fields.required(reader, "by");
    let on = date(&mut fields, reader, "on");
    let clause = fields.required(reader, "clause");
    let post = fields.required(reader, "post");
    Some(Approval { channel: channel?, by: by?.value, on: on?.value, clause: clause?, post: post? })
}

fn posted(reader: &mut YamlReader<'_>, node: YamlNode) -> Option<Posted> {
    let mut fields = reader.fields(node, "posted", &["channel", "on", "url", "clause"]);
    let channel = required_channel(&mut fields, reader);
    let on = date(&mut fields, reader, "on");
    let url = url(&mut fields, reader, "url").map(|url| url.value);
    let clause = fields.plain(reader, "clause");
    Some(Posted { channel: channel?, on: on?.value, url, clause })
}

fn required_channel(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<Located<&'static Channel>> {
    let name = fields.required(reader, "channel")?;
    channel(reader, &name)
}

/// The channel with this name; an unknown name is reported.
pub(super) fn channel(reader: &mut YamlReader<'_>, name: &Located<String>) -> Option<Located<&'static Channel>> {
    if let Some(channel) = Channel::for_posts().find(|channel| channel.name == name.value) {
        return Some(Located::new(channel, name.range.clone()));
    }
    let suggestion = nearest(&name.value, Channel::for_posts().map(|channel| channel.name));
    reader.report(catalogue::unknown_channel(&name.value, suggestion), &name.range);
    None
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn hashtags_are_words_of_letters_digits_and_underscores() {
        for good in ["国分寺市", "DXSuishin", "令和8年度", "まちづくり_2026", "ホームページ"] {
            assert!(is_tag(good), "{good}");
        }
        for bad in ["", "2026", "国分寺 市", "国分寺・市", "国分寺市。", "a-b"] {
            assert!(!is_tag(bad), "{bad}");
        }
    }
}
