//! The names of levels and refusals in both languages.

use super::clause_text::Unsuitable;
use super::post::{Level, PostRefusal, RefusalReason};
use super::subject::Subject;
use crate::diagnostic::Lang;
use crate::policy::Channel;

impl Level {
    /// The name of the level.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let (ja, en) = match self {
            Self::Channel => ("投稿先ごとの文（作成者）", "author's text for the channel"),
            Self::General => ("共通の文（作成者）", "author's text"),
            Self::Whole => ("原文の全文", "the whole clause"),
            Self::Sentences { shown, all } if lang == Lang::Ja => return format!("原文の全{all}文のうち{shown}文"),
            Self::Sentences { shown, all } => return format!("{shown} of {all} sentences"),
        };
        if lang == Lang::Ja { ja } else { en }.to_owned()
    }
}

impl RefusalReason {
    /// The reason as a sentence.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let (ja, en) = match self {
            Self::NoId => (
                "まだアドレスがありません（公開すると付きます）。".to_owned(),
                "The clause has no address yet; publishing it gives it one.".to_owned(),
            ),
            Self::Link => (
                "サイトのアドレスに ASCII でない文字があります。".to_owned(),
                "The address of the site is not ASCII.".to_owned(),
            ),
            Self::Unsuitable(why) => {
                let (ja, en) = match why {
                    Unsuitable::Heading => ("見出しだけの項です。", "It is a heading only."),
                    Unsuitable::Table => ("表などを含む項です。", "It contains a table or the like."),
                    Unsuitable::Empty => ("文のない項です。", "There is no text."),
                };
                (ja.to_owned(), en.to_owned())
            }
            Self::TooLong(excess) => (
                format!("最初の1文でも {} 超過します（{}／{}）。", excess.over(), excess.count, excess.limit),
                format!("Even its first sentence is {} over ({} of {}).", excess.over(), excess.count, excess.limit),
            ),
            Self::AuthorTooLong(excess) => (
                format!("書かれた文が {} 超過しています（{}／{}）。", excess.over(), excess.count, excess.limit),
                format!("The text written for it is {} over ({} of {}).", excess.over(), excess.count, excess.limit),
            ),
            Self::Signs { signs, .. } => {
                (format!("使えない文字があります（{signs}）。"), format!("It has signs the channel refuses: {signs}"))
            }
        };
        if lang == Lang::Ja { ja } else { en }
    }
}

impl PostRefusal {
    /// A block for the sidecar that an author can fill in. It says how much room there is.
    #[must_use]
    pub fn skeleton(&self, channel: &Channel, subject: &Subject<'_>) -> String {
        let clause = &subject.clause.position;
        let mark = subject.frame_words().to_be_written(self.room);
        format!("clauses:\n  {clause}:\n    sns:\n      {}: |\n        {mark}\n", channel.name)
    }
}
