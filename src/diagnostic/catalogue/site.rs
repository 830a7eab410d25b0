//! What the `site` room can find.

findings! {}
