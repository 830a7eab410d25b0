//! Posts for LINE and the social networks that say what a clause says.

pub mod faithfulness;
