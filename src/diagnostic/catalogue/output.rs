//! What the `output` room can find.

findings! {}
