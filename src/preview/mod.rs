//! The preview's own side: what it shows of a site besides the site itself.

pub mod pages;
