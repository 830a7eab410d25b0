//! What the `markdown` room can find.

findings! {}
