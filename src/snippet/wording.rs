//! What levels and refusals are called, in both languages.

use super::passage::Unsuitable;
use super::post::{Level, Reason, Refusal};
use crate::diagnostic::Lang;
use crate::policy::Channel;

impl Level {
    /// In a few words of Japanese.
    #[must_use]
    pub fn in_japanese(self) -> String {
        match self {
            Self::Channel => "投稿先ごとの文（作成者）".to_owned(),
            Self::General => "共通の文（作成者）".to_owned(),
            Self::Whole => "原文の全文".to_owned(),
            Self::Sentences { shown, all } => format!("原文の全{all}文のうち{shown}文"),
        }
    }

    /// In a few words.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::Ja, _) => self.in_japanese(),
            (Lang::En, Self::Channel) => "author's text for the channel".to_owned(),
            (Lang::En, Self::General) => "author's text".to_owned(),
            (Lang::En, Self::Whole) => "the whole clause".to_owned(),
            (Lang::En, Self::Sentences { shown, all }) => format!("{shown} of {all} sentences"),
        }
    }
}

impl Reason {
    /// As a sentence of Japanese.
    #[must_use]
    pub fn in_japanese(&self) -> String {
        match self {
            Self::NoId => "まだアドレスがありません（公開すると付きます）。".to_owned(),
            Self::Link => "サイトのアドレスに ASCII でない文字があります。".to_owned(),
            Self::Unsuitable(Unsuitable::Heading) => "見出しだけの項です。".to_owned(),
            Self::Unsuitable(Unsuitable::Table) => "表などを含む項です。".to_owned(),
            Self::Unsuitable(Unsuitable::Empty) => "文のない項です。".to_owned(),
            Self::TooLong(excess) => {
                format!("最初の1文でも {} 超過します（{}／{}）。", excess.over(), excess.count, excess.limit)
            }
            Self::AuthorTooLong(excess) => {
                format!("書かれた文が {} 超過しています（{}／{}）。", excess.over(), excess.count, excess.limit)
            }
            Self::Signs { signs, .. } => format!("使えない文字があります（{signs}）。"),
        }
    }

    /// As a sentence.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        if lang == Lang::Ja {
            return self.in_japanese();
        }
        match self {
            Self::NoId => "The clause has no address yet; publishing it gives it one.".to_owned(),
            Self::Link => "The address of the site is not ASCII.".to_owned(),
            Self::Unsuitable(Unsuitable::Heading) => "It is a heading only.".to_owned(),
            Self::Unsuitable(Unsuitable::Table) => "It contains a table or the like.".to_owned(),
            Self::Unsuitable(Unsuitable::Empty) => "There is no text.".to_owned(),
            Self::TooLong(excess) => {
                format!("Even its first sentence is {} over ({} of {}).", excess.over(), excess.count, excess.limit)
            }
            Self::AuthorTooLong(excess) => {
                format!("The text written for it is {} over ({} of {}).", excess.over(), excess.count, excess.limit)
            }
            Self::Signs { signs, .. } => format!("It has signs the channel refuses: {signs}"),
        }
    }
}

impl Refusal {
    /// What an author could write into the sidecar, with the room there is.
    #[must_use]
    pub fn skeleton(&self, channel: &Channel, clause: &str) -> String {
        let room = self.room.map_or_else(String::new, |room| format!("全角{room}字以内で"));
        format!("clauses:\n  {clause}:\n    sns:\n      {}: |\n        （{room}要約を書いてください）\n", channel.name)
    }
}
