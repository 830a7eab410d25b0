//! Counter words of legal numbering: 第1章, 第2条, 第3項. The word decides which place is meant, never the number alone.
//!
//! Source: 法制執務 (the drafting rules of Japanese law): a law is divided into 編, 章, 節, 款 and 目; articles (条) are numbered
//! through the whole of it; an article consists of paragraphs (項), these of items (号).

/// A counter word, from the widest division to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CounterWord {
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

impl CounterWord {
    /// Those that may follow 第1.
    pub(super) const ALL: [Self; 8] = [
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
    pub(super) const AFTER_ANY: [Self; 5] = [Self::Chapter, Self::Section, Self::Article, Self::Paragraph, Self::Item];

    /// Its word.
    pub(super) fn word(self) -> &'static str {
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
    pub(super) fn groups_articles(self) -> bool {
        self < Self::Article
    }
}
