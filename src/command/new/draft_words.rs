//! The words that a new document is given: its marks, in the language of the site.

use crate::policy::{FiscalYear, Missing, NamingLanguage, english_date};

/// The words of one language. Each field is what is to be filled in at a place.
pub(super) struct DraftWords {
    pub(super) language: NamingLanguage,
    /// The brackets around a mark in the text.
    brackets: [&'static str; 2],
    /// The start of a mark, with the blank behind it if the language has one.
    pub(super) mark: &'static str,
    pub(super) declared: &'static str,
    pub(super) name: &'static str,
    pub(super) as_printed: &'static str,
    pub(super) upper_to_check: &'static str,
    pub(super) extra_to_check: &'static str,
    pub(super) example_to_check: &'static str,
    pub(super) summary: &'static str,
    pub(super) number: &'static str,
    pub(super) date: &'static str,
    pub(super) issuer: &'static str,
    pub(super) unreadable_objective: &'static str,
    pub(super) indicators: &'static str,
    pub(super) due: &'static str,
    pub(super) due_label: &'static str,
    pub(super) baseline: &'static str,
    pub(super) interim: &'static str,
    pub(super) target: &'static str,
    pub(super) organization: &'static str,
    pub(super) upper: &'static str,
    pub(super) summary_or_delete: &'static str,
}

static JAPANESE: DraftWords = DraftWords {
    language: NamingLanguage::Japanese,
    brackets: ["（", "）"],
    mark: "要記入：",
    declared: "表明日",
    name: "氏名",
    as_printed: "印刷されるとおりの職名と氏名",
    upper_to_check: "上位の文書がこれでよいか確かめる",
    extra_to_check: "extra は前の文書のままです。確かめて、この行を消す",
    example_to_check: "記載例でなければ、この行を消す",
    summary: "この文書の要旨",
    number: "文書番号",
    date: "制定日",
    issuer: "職名と氏名",
    unreadable_objective: "目標（前の文書の目標は読めないので、写していません）",
    indicators: "目標の指標",
    due: "期限",
    due_label: "期限の表記",
    baseline: "基準値と時点",
    interim: "中間目標の値と期限",
    target: "目標値と期限",
    organization: "組織の id（organizations.yaml にあるもの。なければこの行を消す）",
    upper: "上位の文書の id（なければこの行を消す）",
    summary_or_delete: "この文書の要旨（一覧に出る。なければこの行を消す）",
};

static ENGLISH: DraftWords = DraftWords {
    language: NamingLanguage::English,
    brackets: ["(", ")"],
    mark: "TO FILL IN: ",
    declared: "date of the declaration",
    name: "name",
    as_printed: "post and name as they are printed",
    upper_to_check: "make sure that this is the document above",
    extra_to_check: "extra is that of the former document; check it and delete this line",
    example_to_check: "delete this line if the document is no example",
    summary: "what this document says",
    number: "number of the document",
    date: "date of issue",
    issuer: "post and name",
    unreadable_objective: "the objective (that of the former document cannot be read and is not copied)",
    indicators: "the indicators of the objective",
    due: "deadline",
    due_label: "deadline as it is printed",
    baseline: "baseline and its day",
    interim: "interim targets and their deadlines",
    target: "target and its deadline",
    organization: "id of the department in organizations.yaml, or delete this line",
    upper: "id of the document above, or delete this line",
    summary_or_delete: "what this document says (shown in lists), or delete this line",
};

impl DraftWords {
    /// The words for a site in this language.
    pub(super) fn of(language: &str) -> &'static Self {
        match NamingLanguage::of(language) {
            NamingLanguage::Japanese => &JAPANESE,
            NamingLanguage::English => &ENGLISH,
        }
    }

    /// A mark in the text: `（要記入：制定日）`.
    pub(super) fn in_text(&self, hint: &str) -> String {
        let [open, close] = self.brackets;
        format!("{open}{}{hint}{close}", self.mark)
    }

    /// A mark in YAML: `# 要記入：制定日`.
    pub(super) fn comment(&self, hint: &str) -> String {
        format!("# {}{hint}", self.mark)
    }

    /// What is to be filled in for the date of issue, with an example in that year.
    pub(super) fn issued(&self, year: FiscalYear) -> String {
        match self.language {
            NamingLanguage::Japanese => {
                format!("{}（例：{}4月1日）", self.date, year.wareki().trim_end_matches('度'))
            }
            NamingLanguage::English => format!("{} (for example {})", self.date, english_date(year.first_day())),
        }
    }

    /// What is to be filled in for the original of a translation.
    pub(super) fn original(&self, former: &str) -> String {
        match self.language {
            NamingLanguage::Japanese => format!("元の文書（前の文書では {former}）"),
            NamingLanguage::English => format!("the original (in the former document {former})"),
        }
    }

    /// What is to be filled in for the clauses above an objective.
    pub(super) fn implements(&self, former: &[String]) -> String {
        match self.language {
            NamingLanguage::Japanese => format!("上位の項目（前の文書では {}）", former.join("、")),
            NamingLanguage::English => format!("the clauses above (in the former document {})", former.join(", ")),
        }
    }

    /// The word for why there is no value.
    pub(super) fn missing(&self, why: Missing) -> &'static str {
        match self.language {
            NamingLanguage::Japanese => why.word(),
            NamingLanguage::English => why.english_word(),
        }
    }

    /// The year as the value of `fiscal_year`: `R8`, `2026`.
    pub(super) fn fiscal_year(&self, year: FiscalYear) -> String {
        match self.language {
            NamingLanguage::Japanese => year.slug().to_uppercase(),
            NamingLanguage::English => year.0.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::FILL_IN_MARKS;

    #[test]
    fn every_mark_starts_as_the_checks_expect_it() {
        for (language, mark) in FILL_IN_MARKS {
            let words = [&JAPANESE, &ENGLISH].into_iter().find(|words| words.language == language);
            assert_eq!(words.map(|words| words.mark.trim_end()), Some(mark));
        }
    }
}
