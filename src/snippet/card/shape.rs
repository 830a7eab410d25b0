//! The two shapes of cards, with the positions and sizes of their texts.

/// The shape of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CardShape {
    /// 1200×630, for the preview of a link (`og:image`).
    Wide,
    /// 1080×1350, for a post with a picture.
    Tall,
}

/// The positions of texts on a card and their type sizes, all in pixels. Sizes start with the largest.
pub(super) struct CardMeasures {
    pub(super) width: u32,
    pub(super) height: u32,
    /// The space left and right of all text.
    pub(super) margin: f32,
    /// The top of the first line.
    pub(super) top: f32,
    /// The lowest end of the clause.
    pub(super) bottom: f32,
    /// The base line of the last line.
    pub(super) foot: f32,
    /// Type sizes of the citation.
    pub(super) name: &'static [f32],
    /// Type sizes of the heading.
    pub(super) heading: &'static [f32],
    /// Type sizes of the clause. A wide card is some 340 points wide on a telephone, so that the smallest size is 10 points there.
    pub(super) body: &'static [f32],
    /// The type size of the note that says how much of the clause is shown.
    pub(super) note: f32,
    /// Type sizes of city and address.
    pub(super) footer: &'static [f32],
}

impl CardShape {
    /// Both shapes.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Tall];

    /// Width and height in pixels.
    #[must_use]
    pub fn size(self) -> (u32, u32) {
        let CardMeasures { width, height, .. } = self.measures();
        (*width, *height)
    }

    pub(super) fn measures(self) -> &'static CardMeasures {
        match self {
            Self::Wide => &CardMeasures {
                width: 1200,
                height: 630,
                margin: 64.0,
                top: 36.0,
                bottom: 538.0,
                foot: 592.0,
                name: &[26.0, 24.0, 20.0],
                heading: &[30.0, 27.0, 24.0],
                body: &[60.0, 54.0, 48.0, 44.0, 40.0, 36.0, 34.0],
                note: 26.0,
                footer: &[28.0, 24.0, 20.0, 16.0],
            },
            Self::Tall => &CardMeasures {
                width: 1080,
                height: 1350,
                margin: 72.0,
                top: 72.0,
                bottom: 1220.0,
                foot: 1290.0,
                name: &[34.0, 30.0, 26.0],
                heading: &[44.0, 38.0, 32.0],
                body: &[72.0, 64.0, 56.0, 50.0, 44.0, 40.0],
                note: 32.0,
                footer: &[32.0, 28.0, 24.0, 20.0],
            },
        }
    }
}
