//! Posts that say exactly what a clause says, in the size of each channel.
//!
//! ```text
//! measure    how long a text is, as each platform counts
//! passage    the text of a clause; sentence: where its sentences end
//! subject    a clause with its name, its heading and what an author has said
//! ladder     the post: layout puts lines around the words, scale says whether it fits, thread makes several of one
//! draft      every clause and every channel; approval: is it still what was approved; findings: what is wrong
//! reader     an author's words compared with the clause (faithfulness)
//! released   what the public may see
//! card       a clause as a picture
//! export     posts as files
//! ```

mod approval;
mod card;
mod draft;
mod export;
pub mod faithfulness;
mod findings;
mod ladder;
mod layout;
mod link;
mod measure;
mod passage;
mod post;
mod reader;
mod released;
mod scale;
mod sentence;
mod subject;
mod thread;
mod wording;

pub use approval::{Standing, standing};
pub use card::{Authors, Card, CardTemplate, CardWords, Shape, Studio};
pub use draft::{Draft, Wanted, draft, drafts};
pub use export::{Files, Kind, Order, Remarks, cards, files};
pub use findings::{Found, findings};
pub use ladder::{Splitting, write};
pub use measure::{count, overflow_at};
pub use passage::{Passage, Unsuitable};
pub use post::{Excess, Level, Picture, Post, Reason, Refusal};
pub use released::{Released, released};
pub use sentence::sentences;
pub use subject::{Subject, subjects};

#[cfg(test)]
mod tests;
