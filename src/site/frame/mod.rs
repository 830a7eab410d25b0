//! The values that all pages share: the theme, the words of the site, links, and every clause by its address.

pub(crate) mod appearance;
pub(crate) mod clause_map;
pub(crate) mod clause_template;
pub(crate) mod drafts;
pub(crate) mod escape;
pub(crate) mod excerpt;
pub(crate) mod foreign;
pub(crate) mod link;
mod marks;
pub(crate) mod output_file;
pub(crate) mod page;
pub(crate) mod sdg;
pub(crate) mod sharing;
pub(crate) mod site;
pub(crate) mod summary;
pub(crate) mod theme;
pub(crate) mod words;
pub(crate) mod years;
