//! The settings for posts: `snippet` in `site.yaml`.

use std::collections::BTreeMap;

use super::Channel;
use crate::diagnostic::Located;

/// The site's settings for posts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Posting {
    /// The head of an automatic post, in 【】: 国分寺市の方針.
    pub head: Option<String>,
    /// Hashtags without `#`, the most important first.
    pub tags: Vec<Located<String>>,
    /// Limits that the site sets in place of those of the table, by channel.
    pub limits: BTreeMap<&'static str, usize>,
    /// The value of `utm_campaign`. Without it links carry no such words.
    pub campaign: Option<String>,
    /// The city's LINE friend URL for each route (市報, サイト …), in the order of the file.
    pub friend_urls: Vec<(String, String)>,
    /// CSV files for named tools.
    pub tables: Vec<CsvTable>,
}

/// A CSV file for a tool that takes posts in bulk.
#[derive(Debug, Clone, PartialEq)]
pub struct CsvTable {
    /// Its name, and that of its file.
    pub name: String,
    /// Header and field of each column.
    pub columns: Vec<(String, &'static str)>,
    /// The form of moments, as `strftime` has it.
    pub date_format: String,
    /// The IANA time zone of moments.
    pub time_zone: String,
    /// Set if the file starts with a byte order mark (Excel needs it).
    pub bom: bool,
    /// The channel whose posts are in it. All channels where none is named.
    pub channel: Option<&'static Channel>,
}

/// The fields that a column of a CSV file can hold.
pub const CSV_FIELDS: [&str; 14] = [
    "document",
    "clause",
    "id",
    "name",
    "channel",
    "level",
    "text",
    "link",
    "publish_at",
    "count",
    "limit",
    "image",
    "alt",
    "approved_by",
];

impl Posting {
    /// The limit of a channel in its own unit: the site's, if it sets one.
    #[must_use]
    pub fn limit(&self, channel: &Channel) -> Option<usize> {
        self.limits.get(channel.name).copied().or_else(|| channel.limits.first().map(|limit| limit.max))
    }
}
