//! What a release has made public of a site.

use jiff::Timestamp;

use super::Unreleased;

/// A release: the act that made a state of the site public for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its number; the first is 1.
    pub number: u32,
    /// The moment for which the site was made.
    pub moment: Timestamp,
    /// A digest of the files the site was made from, without address records and editions.
    pub inputs: String,
}

/// How a site stands to its releases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SiteRelease {
    /// Nothing in it is new, and no release was ever recorded: a site of an earlier version.
    #[default]
    Unmarked,
    /// It has, or may have, what no release has made public.
    Pending(Unreleased),
    /// It is what this release has made public.
    Released(Release),
}
