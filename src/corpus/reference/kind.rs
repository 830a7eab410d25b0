//! Quotations that look like the name of a document.

/// The last words of the names of documents and plans.
const WORDS: [&str; 11] =
    ["計画", "ビジョン", "方針", "プロジェクト", "指針", "条例", "規則", "大綱", "戦略", "プラン", "憲章"];
/// Longer quotations are sentences. In characters.
const LONGEST: usize = 60;

/// Whether a quotation looks like the name of one document. 「各部の運営方針」 names a class of them, 「計画」 none.
pub(super) fn looks_like_a_document(quoted: &str) -> bool {
    let name = without_bracket(quoted.trim());
    let is_class = name.starts_with(['各', '全']);
    !is_class
        && name.chars().nth(LONGEST).is_none()
        && !name.contains(['。', '、'])
        && document_word(name).is_some_and(|word| word.len() < name.len())
}

/// The last word of a name.
pub(super) fn document_word(name: &str) -> Option<&'static str> {
    WORDS.into_iter().find(|word| name.ends_with(word))
}

/// A name without the brackets at its end: 国分寺市人材育成基本方針（第３期）.
pub(super) fn without_bracket(name: &str) -> &str {
    let Some(inside) = name.strip_suffix(['）', ')']) else { return name };
    inside.rfind(['（', '(']).map_or(name, |at| name[..at].trim_end())
}

#[cfg(test)]
mod tests {
    use super::looks_like_a_document;

    #[test]
    fn names_of_documents_are_told_from_other_quotations() {
        for (quoted, expected) in [
            ("国分寺市環境基本計画", true),
            ("国分寺市人材育成基本方針（第３期）", true),
            ("ハラスメントの防止等に関する指針", true),
            ("まちづくり条例", true),
            ("各部の運営方針", false),
            ("計画", false),
            ("ゼロカーボンシティ", false),
            ("選択と集中", false),
            ("計画を立て、実行し、次の計画", false),
            ("", false),
            ("）", false),
        ] {
            assert_eq!(looks_like_a_document(quoted), expected, "{quoted}");
        }
    }
}
