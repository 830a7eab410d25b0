//! Files for programs: feeds, the sitemap, posts as data, structured data and the data downloads.

pub(crate) mod build;
pub(crate) mod changes;
pub(crate) mod data;
pub(crate) mod documents;
pub(crate) mod posts;
pub(crate) mod published;
pub(crate) mod redirects;
pub(crate) mod sitemap;
pub(crate) mod structured;
