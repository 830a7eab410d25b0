//! Posts that say exactly what a clause says, in the size of each channel.
//!
//! ```text
//! measure       the length of a text, as each platform counts it
//! clause_text   the text of a clause; sentence: where its sentences end
//! subject       a clause with its citation, its heading and its author's texts
//! writer        the post: the longest text that fits; frame: the lines around it; limits: whether it fits; thread: several posts
//! clause_posts  the posts of every clause for every channel
//! comparer      an author's texts compared with the clause (faithfulness)
//! approval      whether a post is still the approved one; findings: what is wrong with posts
//! published     the posts that the public may see
//! card          a clause as a picture
//! export        posts as files
//! ```

mod approval;
mod card;
mod clause_posts;
mod clause_text;
mod comparer;
mod export;
pub mod faithfulness;
mod findings;
mod frame;
mod frame_words;
mod limits;
mod link;
mod measure;
mod post;
mod published;
mod sentence;
mod subject;
mod thread;
mod wording;
mod writer;

pub use approval::{ApprovalState, approval_state};
pub use card::{AuthorTexts, Card, CardRenderer, CardShape, CardTemplate, CardWords};
pub use clause_posts::{ClausePosts, PostOptions, all_posts, posts_about};
pub use clause_text::{ClauseText, Unsuitable};
pub use export::{ExportFiles, ExportKind, ExportRequest, ReviewNotes, card_files, export_files};
pub use findings::{PostFindings, findings};
pub use measure::{count, overflow_at};
pub use post::{Excess, Level, Picture, Post, PostRefusal, RefusalReason};
pub use published::{PublishedPosts, published_posts};
pub use sentence::sentences;
pub use subject::{Subject, subjects};
pub use writer::{Splitting, write_post};

#[cfg(test)]
mod tests;
