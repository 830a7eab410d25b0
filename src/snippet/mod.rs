//! Posts that say exactly what a clause says, in the size of each channel.

mod measure;

pub use measure::{count, overflow_at};
