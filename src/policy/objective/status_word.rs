//! The words a city has for how an objective stands.

use crate::policy::NamingLanguage;

/// A word of the site's vocabulary for how an objective stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusWord {
    /// The word in files: `A`.
    pub code: String,
    /// The words on pages: 目標どおり.
    pub label: String,
    /// The sign shown beside the label: nobody has to tell colours apart.
    pub shape: Shape,
    /// Its meaning for the figures, if the site states one. Without it nothing is compared.
    pub means: Option<Meaning>,
}

/// The meaning of a status for the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing has been done yet.
    NotStarted,
    /// It is being done.
    UnderWay,
    /// It is being done, and late.
    Late,
    /// The target has been reached.
    Achieved,
    /// The time is over and the target was not reached.
    Missed,
    /// It was given up.
    Stopped,
}

/// A sign that every Japanese font has (JIS X 0208, rows 1 and 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Its name in `site.yaml`.
    pub name: &'static str,
    /// The sign.
    pub sign: char,
}

/// The signs there are.
const SHAPES: [Shape; 14] = [
    Shape { name: "circle", sign: '○' },
    Shape { name: "disc", sign: '●' },
    Shape { name: "double-circle", sign: '◎' },
    Shape { name: "triangle", sign: '△' },
    Shape { name: "filled-triangle", sign: '▲' },
    Shape { name: "down-triangle", sign: '▽' },
    Shape { name: "square", sign: '□' },
    Shape { name: "filled-square", sign: '■' },
    Shape { name: "diamond", sign: '◇' },
    Shape { name: "filled-diamond", sign: '◆' },
    Shape { name: "star", sign: '☆' },
    Shape { name: "filled-star", sign: '★' },
    Shape { name: "cross", sign: '×' },
    Shape { name: "dash", sign: '－' },
];

impl Shape {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        SHAPES.into_iter()
    }

    /// The one with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|shape| shape.name == name)
    }
}

impl Meaning {
    /// All of them, with their words in `site.yaml`.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::NotStarted, "not-started"),
        (Self::UnderWay, "under-way"),
        (Self::Late, "late"),
        (Self::Achieved, "achieved"),
        (Self::Missed, "missed"),
        (Self::Stopped, "stopped"),
    ];
}

impl StatusWord {
    /// The words of a site in this language that sets none of its own.
    #[must_use]
    pub fn common(language: NamingLanguage) -> Vec<Self> {
        [
            ("not-started", ["未着手", "Not started"], "circle", Meaning::NotStarted),
            ("under-way", ["進行中", "Under way"], "double-circle", Meaning::UnderWay),
            ("late", ["遅れ", "Late"], "filled-triangle", Meaning::Late),
            ("achieved", ["達成", "Achieved"], "filled-star", Meaning::Achieved),
            ("missed", ["未達成", "Missed"], "cross", Meaning::Missed),
            ("stopped", ["中止", "Stopped"], "dash", Meaning::Stopped),
        ]
        .into_iter()
        .filter_map(|(code, [japanese, english], shape, means)| {
            let shape = Shape::named(shape)?;
            let label = match language {
                NamingLanguage::Japanese => japanese,
                NamingLanguage::English => english,
            };
            Some(Self { code: code.to_owned(), label: label.to_owned(), shape, means: Some(means) })
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{NamingLanguage, StatusWord};

    #[test]
    fn the_common_words_have_six_labels_and_six_signs() {
        let shown = |language| -> Vec<String> {
            let words = StatusWord::common(language);
            words.iter().map(|word| format!("{}{}", word.shape.sign, word.label)).collect()
        };
        assert_eq!(shown(NamingLanguage::Japanese), ["○未着手", "◎進行中", "▲遅れ", "★達成", "×未達成", "－中止"]);
        assert_eq!(
            shown(NamingLanguage::English),
            ["○Not started", "◎Under way", "▲Late", "★Achieved", "×Missed", "－Stopped"]
        );
    }
}
