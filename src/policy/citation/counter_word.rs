//! Counter words of legal numbering: 第1章, 第2条, 第3項. The word decides which place is meant, never the number alone.
//!
//! Source: 法制執務 (the drafting rules of Japanese law): a law is divided into 編, 章, 節, 款 and 目; articles (条) are numbered
//! through the whole of it; an article consists of paragraphs (項), these of items (号).

use crate::policy::LabelKind;

/// A counter word, from the widest division to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CounterWord {
    /// 編
    Part,
    /// 章
    Chapter,
    /// 節
    Section,
    /// 款
    Subsection,
    /// 目
    Division,
    /// 条
    Article,
    /// 項
    Paragraph,
    /// 号
    Item,
}

/// What the labels of a statute count, whatever order a document happens to use them in. A bare number below an article is a 項, whose
/// first prints none.
///
/// Sources: 編・章・節・款・目 and 条・項・号: 法制執務研究会編『新訂 ワークブック法制執務 第2版』(2018), 「法令の形式」 and 「項番号」; e-Gov 法令API, XML schema for
/// statutes (`Part`, `Chapter`, `Section`, `Subsection`, `Division`, `Article`, `Paragraph`, `Item`).
const COUNTED: [(LabelKind, CounterWord); 8] = [
    (LabelKind::Part, CounterWord::Part),
    (LabelKind::Chapter, CounterWord::Chapter),
    (LabelKind::ChapterSection, CounterWord::Section),
    (LabelKind::ChapterSubsection, CounterWord::Subsection),
    (LabelKind::ChapterDivision, CounterWord::Division),
    (LabelKind::Article, CounterWord::Article),
    (LabelKind::ArticleParagraph, CounterWord::Paragraph),
    (LabelKind::Number, CounterWord::Paragraph),
];

impl CounterWord {
    /// The counter word of a label in a statute, if the law fixes it.
    #[must_use]
    pub fn of(kind: LabelKind) -> Option<Self> {
        COUNTED.iter().find(|(known, _)| *known == kind).map(|(_, counter)| *counter)
    }

    /// Those that may follow 第1.
    pub(in crate::policy) const ALL: [Self; 8] = [
        Self::Part,
        Self::Chapter,
        Self::Section,
        Self::Subsection,
        Self::Division,
        Self::Article,
        Self::Paragraph,
        Self::Item,
    ];
    /// Those that may follow a number without 第: 3編 and 2目 count something else.
    pub(in crate::policy) const AFTER_ANY: [Self; 5] =
        [Self::Chapter, Self::Section, Self::Article, Self::Paragraph, Self::Item];

    /// Its word.
    pub(in crate::policy) fn word(self) -> &'static str {
        match self {
            Self::Part => "編",
            Self::Chapter => "章",
            Self::Section => "節",
            Self::Subsection => "款",
            Self::Division => "目",
            Self::Article => "条",
            Self::Paragraph => "項",
            Self::Item => "号",
        }
    }

    /// Tells if it counts divisions that group articles.
    pub(in crate::policy) fn groups_articles(self) -> bool {
        self < Self::Article
    }
}
