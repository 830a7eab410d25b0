//! Labels of English documents: `Section 2.`, `ARTICLE II –`, `§ 1.020`, `12A.`, `1.2A`.

use super::{Follower, LabelForm, LineKind, Strength, is_space};
use crate::japanese::alphabet_value;
use crate::policy::{Division, LabelKind, NumberedDivision};

/// Signs that set the number of a division apart from its text.
const STOPS: [char; 5] = ['.', ':', '．', '：', ')'];
const DASHES: [char; 4] = ['-', '–', '—', '―'];

/// `Section 2.`, `Article II`. In running text a sign or the end of the line must follow: 「Section 2 applies to parks」 is a sentence.
pub(super) fn division(text: &str, line_kind: LineKind) -> Option<LabelForm> {
    let found = NumberedDivision::at(text).filter(|found| found.division != Division::Schedule)?;
    let after = &text[found.length..];
    let stop = after.chars().next().filter(|c| STOPS.contains(c)).map_or(0, char::len_utf8);
    let rest = after[stop..].trim_start_matches(is_space);
    let is_apart = stop > 0 || rest.is_empty() || rest.starts_with(DASHES);
    let is_title = line_kind == LineKind::Heading && !rest.starts_with(|c: char| c.is_ascii_lowercase());
    (is_apart || is_title).then_some(LabelForm {
        kind: LabelKind::Division(found.division),
        value: found.value,
        length: found.length + stop,
        then: Follower::Space,
        strength: Strength::Strong,
    })
}

/// The blanks and the dash between the number of a division and its text: ` – `.
pub(super) fn separator(after: &str) -> usize {
    let rest = after.trim_start_matches(is_space);
    let dashed = rest.strip_prefix(DASHES).filter(|text| text.starts_with(is_space));
    after.len() - dashed.unwrap_or(rest).trim_start_matches(is_space).len()
}

/// The letter of a number that was put in after another: the A of `12A.` and `1.2A Fees`. 3D, 5G and 2A before a word are no such
/// numbers.
pub(super) fn inserted(rest: &str, is_decimal: bool) -> Option<u32> {
    let letter = rest.chars().next().filter(char::is_ascii_uppercase)?;
    let after = &rest[1..];
    let is_stopped = after.strip_prefix('.').is_some_and(|text| text.is_empty() || text.starts_with(is_space));
    let is_titled =
        || after.strip_prefix(is_space).is_some_and(|text| text.starts_with(|c: char| c.is_ascii_uppercase()));
    (is_stopped || is_decimal && is_titled()).then(|| alphabet_value(letter)).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::label_at;
    use super::*;

    fn shown(line: &str, line_kind: LineKind) -> String {
        label_at(line, line_kind).map_or("-".to_owned(), |found| {
            let label = &found.label;
            format!(
                "{:?} {:?} {}|{}|{}",
                label.kind,
                label.value,
                label.printed,
                label.separator,
                &line[found.length..]
            )
        })
    }

    #[test]
    fn divisions_of_english_documents_are_labels() {
        for (line, expected) in [
            ("Section 2. The council may", "Division(Section) [2] Section 2.| |The council may"),
            ("SECTION 12A: Fees", "Division(Section) [12, 1] SECTION 12A:| |Fees"),
            ("Sec. 1.020. Scope", "Division(Section) [1, 20] Sec. 1.020.| |Scope"),
            ("§ 3 – Fees", "Division(Section) [3] § 3| – |Fees"),
            ("ARTICLE 1 - General", "Division(Article) [1] ARTICLE 1| - |General"),
            ("Article II", "Division(Article) [2] Article II||"),
            ("12A. Permits", "Number [12, 1] 12A.| |Permits"),
            ("1.2A Permits", "Decimal(2) [1, 2, 1] 1.2A| |Permits"),
            ("1.2A. Permits", "Decimal(2) [1, 2, 1] 1.2A.| |Permits"),
        ] {
            assert_eq!(shown(line, LineKind::Text), expected, "{line}");
            assert_eq!(shown(line, LineKind::Heading), expected, "{line}");
        }
        assert_eq!(shown("Part IV Permits", LineKind::Heading), "Division(Part) [4] Part IV| |Permits");
    }

    #[test]
    fn words_and_mentions_are_no_labels() {
        for line in ["Section 2 of the Act", "Article 5 applies", "Part of the park", "Sections 2 and 3", "Section two"]
        {
            assert_eq!(shown(line, LineKind::Text), "-", "{line}");
            assert_eq!(shown(line, LineKind::Heading), "-", "{line}");
        }
        for line in [
            "Part IV Permits",
            "Section 2 (a) applies",
            "3D プリンター",
            "5G network",
            "5G Network",
            "1.2A の電流",
            "Section 2.5m",
        ] {
            assert_eq!(shown(line, LineKind::Text), "-", "{line}");
        }
    }
}
