//! Where a clause stands, and how it is addressed.
//!
//! A [`position`](assign_positions) says where a clause stands now. Permanent ids, which survive every change, build on it.

mod position;

pub use position::assign_positions;
