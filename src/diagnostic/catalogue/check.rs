//! What the `check` room can find.

findings! {}
