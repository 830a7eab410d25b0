//! How a place is cited: `5(1)`, `5（3項目め）`, `前文第2段落`, `5表1の4行目`.

use crate::policy::Label;

/// Headings that stand in for a number are cut to this many characters.
const LONGEST_HEADING: usize = 20;

/// The name of the place `position` below the place `above`.
pub(super) fn name(above: &str, position: &str, label: Option<&Label>, text: &str) -> String {
    let above = if above.is_empty() && position.starts_with("pre-") { "前文" } else { above };
    if let Some(label) = label.filter(|label| !label.value.is_empty()) {
        return format!("{above}{}", label.mark().trim_end_matches(['.', '．', '、']));
    }
    let last = position.rsplit('-').next().unwrap_or_default();
    let (letter, count) = last.split_at(last.len().min(1));
    match (letter, count.split_once('r')) {
        ("t", Some((_, row))) => format!("{above}の{row}行目"),
        ("t", None) => format!("{above}表{count}"),
        ("b", _) => format!("{above}（{count}項目め）"),
        ("p", _) => format!("{above}第{count}段落"),
        _ => format!("{above}「{}」", text.trim().chars().take(LONGEST_HEADING).collect::<String>()),
    }
}

#[cfg(test)]
mod tests {
    use crate::address::{assign_positions, units};
    use crate::diagnostic::SourceFile;
    use crate::markdown::{LetterheadHints, parse};

    #[test]
    fn places_are_named_as_people_cite_them() {
        let markdown = "はじめに\n\n## 5 発信\n\n(1) 甲\n\nまた\n\n## 6 施設\n\n・乙\n\n| 年 |\n|---|\n| 8 |\n\n## おわりに\n\n文\n\n別紙１\n\n1. 丙\n\n2. 丁\n";
        let file = SourceFile::new("content/a.md", markdown);
        let (body, _) = parse(&file, 0, &LetterheadHints { title: "", issuer: None });
        let names: Vec<_> = units(&assign_positions(body)).iter().map(|unit| unit.name.to_string()).collect();
        let expected = "前文第1段落 5 5(1) 5(1)第2段落 6 6（1項目め） 6（1項目め）表1 6（1項目め）表1の1行目 「おわりに」 \
                        「おわりに」第1段落 別紙１ 別紙１1 別紙１2";
        assert_eq!(names.join(" "), expected);
    }
}
