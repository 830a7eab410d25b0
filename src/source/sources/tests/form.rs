//! The form of YAML.

use super::*;

#[test]
fn scalars_keep_their_typed_text() {
    for typed in ["01100", "no", "8:30", "1_000", ".5", "0x1F", "true", "2026-04-01", "+81 42", "１．２"] {
        let sources = good(&[("a.md", &format!("---\ntitle: {typed}\nkind: 計画\nfiscal_year: R8\n---\n"))]);
        assert_eq!(sources.documents[&DocumentId("a".into())].meta.title.value, typed);
    }
}

#[test]
fn wrong_forms_of_yaml_are_reported() {
    for (yaml, expected) in [
        ("title：x", "a.md:2:6 yaml-full-width-colon"),
        ("kind: 計画\ntitle：x\nfiscal_year: R8", "a.md:3:6 yaml-full-width-colon"),
        ("title：x\nkind：計画", "a.md:2:6 yaml-full-width-colon a.md:3:5 yaml-full-width-colon"),
        ("issuer:\n  post：市長\n  name: a", "a.md:3:7 yaml-full-width-colon"),
        ("issuer:\n　post: 市長\ntitle: a", "a.md:3:1 yaml-full-width-space"),
        ("issuer:\n\tpost: 市長", "a.md:3:1 yaml-tab"),
        ("title:a\nkind: b", "a.md:2:6 yaml-space-after-colon"),
        ("title:　a\nkind: b", "a.md:2:6 yaml-space-after-colon"),
        ("title: 第1章: 目的\nkind: 計画", "a.md:2:11 yaml-colon-in-value"),
        ("title: 計画\n kind: b", "a.md:3:6 yaml-colon-in-value"),
        ("title: \"計画\nkind: b", "a.md:3:1 yaml-quote"),
        ("title: 'a' b", "a.md:2:12 yaml-quote"),
        ("title: [a]]", "a.md:2:11 yaml-bracket"),
        ("title: @計画", "a.md:2:8 yaml-special-character"),
        ("title: - a", "a.md:2:8 yaml-special-character"),
        ("title: *a", "a.md:2:8 yaml-alias"),
        ("title: **重要**です", "a.md:2:8 yaml-alias"),
        ("title: &a 題", "a.md:2:11 yaml-alias"),
        ("title: !!str 題", "a.md:2:14 yaml-alias"),
        ("title: a\n...\nb", "a.md:4:1 yaml-several-documents"),
        ("? [a, b]\n: c", "a.md:2:3 yaml-key"),
        ("- a\n- b", "a.md:2:1 yaml-no-keys"),
        ("ただの文", "a.md:2:1 yaml-no-keys"),
        ("title: \"\\q\"", "a.md:2:8 yaml-syntax"),
    ] {
        let found: Vec<String> = in_whole(yaml).into_iter().filter(|found| !found.ends_with("missing-key")).collect();
        assert_eq!(found.join(" "), expected, "{yaml:?}");
    }
}

#[test]
fn a_full_width_colon_or_space_in_text_is_no_slip() {
    let lines = "summary: |\n  場所：市役所\n  url：なし\n　　全角の字下げ\nlicense: a：b";
    assert_eq!(in_front_matter("summary: |\n  url：なし\n  　字下げ\nlicense: a：b"), Vec::<String>::new());
    assert_eq!(in_front_matter(lines), ["a.md:5:1 yaml-full-width-space"]);
}
