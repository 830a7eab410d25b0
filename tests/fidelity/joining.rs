//! The rules of `originals`, by example, and what the two texts contain.

use crate::originals::{Joined, R7, R8, join_r7, join_r8};

#[test]
fn the_copies_are_the_texts_that_were_received() {
    for (text, hash) in [
        (R7, "2ec8ffc0a22ff3cc386e4bc2f0b74f38d392e44639c11f796be12529ebd366fc"),
        (R8, "1f9a8c1d09153ca57f42dfd9655fabbacc2e62c8d72ed6ce0d5d27316634e736"),
    ] {
        assert_eq!(blake3::hash(text.as_bytes()).to_hex().as_str(), hash);
    }
}

#[test]
fn both_texts_have_all_their_clauses() {
    let count = |joined: &Joined, starts: &dyn Fn(&str) -> bool| joined.paragraphs.iter().filter(|p| starts(p)).count();
    let (r7, r8) = (join_r7(R7), join_r8(R8));
    assert_eq!(count(&r7, &|p| p.starts_with(['１', '２', '３', '４', '５'])), 5, "R7: sections");
    assert_eq!(count(&r7, &|p| p.starts_with('(')), 6 + 3 + 8 + 4, "R7: numbered clauses");
    let fifth = r7.paragraphs.iter().position(|p| p.starts_with('５')).expect("section 5");
    assert_eq!(r7.paragraphs.len() - fifth - 1, 2, "R7: paragraphs of section 5");
    assert_eq!(count(&r8, &|p| p.starts_with(|c: char| c.is_ascii_digit())), 8, "R8: sections");
    assert_eq!(count(&r8, &|p| p.starts_with('・')), 21, "R8: bullets");
}

#[test]
fn r7_lines_are_joined_by_rule() {
    let cases: &[(&str, &[&str])] = &[
        // 1, 2: wrapped lines, with and without the empty line of spaces.
        ("各部の運営\n\n方針。 \n\n \n\nなお、下記 \n", &["各部の運営方針。", "なお、下記"]),
        // 2: the space inside a line stays, also where the line is broken next to it.
        ("「歴史をつなぎ 未来\n\nをひらく 個性」 \n", &["「歴史をつなぎ 未来をひらく 個性」"]),
        // 3: a page ends between two paragraphs, and within one.
        ("(3) 展開すること。 \n (4) 戦後80年 \n", &["(3) 展開すること。", "(4) 戦後80年"]),
        ("迅速かつ正\n 確に執行 \n", &["迅速かつ正確に執行"]),
    ];
    for (text, paragraphs) in cases {
        assert_eq!(join_r7(text).paragraphs, *paragraphs, "{text:?}");
    }
    // 4: a reading.
    assert_eq!(
        join_r7("両面から強靱\nじん\n\nなまち \n"),
        Joined {
            paragraphs: vec!["両面から強靱なまち".into()], readings: vec![("靱".into(), "じん".into())]
        }
    );
}

#[test]
fn r8_lines_are_joined_by_rule() {
    let cases: &[(&str, &[&str])] = &[
        ("記\n\n1 施政方針の具現化\n", &["記", "1 施政方針の具現化"]),
        ("- ・一。\n- ・二。\n", &["・一。", "・二。"]),
        ("- ・所管する\n\n施策の目標。\n", &["・所管する施策の目標。"]),
        ("・一。\n\nまた、二。\n", &["・一。", "また、二。"]),
        ("- 印刷された線\n", &["- 印刷された線"]),
    ];
    for (text, paragraphs) in cases {
        assert_eq!(join_r8(text).paragraphs, *paragraphs, "{text:?}");
    }
}
