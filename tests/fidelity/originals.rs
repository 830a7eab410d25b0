//! The two published texts as they were extracted from their PDFs, and the rules that put their lines together again.
//!
//! The rules are stated here and nowhere else. They only ever remove line ends, the extraction's own spaces at the two
//! ends of a line and the `- ` in front of a printed `・`; no character of the text itself is added, dropped or replaced.

/// The R7 text: the policy of the mayor, 25 March 2025.
pub(crate) const R7: &str = include_str!("../originals/r7-shisei-unei.txt");
/// The R8 text: the policy of a department, 1 April 2026.
pub(crate) const R8: &str = include_str!("../originals/r8-seisaku-keiei.txt");

/// A reading printed above a character: `("靱", "じん")`.
pub(crate) type Reading = (String, String);

/// A text with its lines joined.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Joined {
    /// Its paragraphs, readings left out.
    pub(crate) paragraphs: Vec<String>,
    /// The readings, in the order of the text.
    pub(crate) readings: Vec<Reading>,
}

/// Joins the R7 text.
///
/// 1. Empty lines, and lines of nothing but spaces, are noise: the extraction put one behind every printed line.
/// 2. A trailing space ends the paragraph. A line without one goes on in the next line, with nothing in between.
/// 3. A leading space is the top of a page. It is dropped; whether the line goes on a paragraph or starts one is
///    decided by rule 2 alone.
/// 4. A line right below another one, without an empty line between and without the space of rule 3, is the reading
///    of the last character above it.
pub(crate) fn join_r7(text: &str) -> Joined {
    let mut joined = Joined::default();
    let mut open = String::new();
    let mut after_empty_line = true;
    for line in text.lines() {
        let words = line.trim_matches(' ');
        if words.is_empty() {
            after_empty_line = true;
            continue;
        }
        if after_empty_line || line.starts_with(' ') {
            open.push_str(words);
        } else {
            let base = open.chars().next_back().expect("a reading stands below a character");
            joined.readings.push((base.to_string(), words.to_owned()));
        }
        after_empty_line = false;
        if line.ends_with(' ') {
            joined.paragraphs.push(std::mem::take(&mut open));
        }
    }
    assert_eq!(open, "", "the last paragraph has ended");
    joined
}

/// Joins the R8 text.
///
/// 1. Every line that is not empty is a paragraph, with one exception:
/// 2. a bullet that has not come to its 「。」 was cut by the end of a page and goes on in the next line, with nothing in
///    between.
/// 3. `- ・` is one bullet, of which only `・` is printed; the other is the extraction's.
pub(crate) fn join_r8(text: &str) -> Joined {
    let mut paragraphs: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match paragraphs.last_mut() {
            Some(open) if open.starts_with('・') && !open.ends_with('。') => open.push_str(line),
            _ => paragraphs
                .push(line.strip_prefix("- ").filter(|rest| rest.starts_with('・')).unwrap_or(line).to_owned()),
        }
    }
    Joined { paragraphs, readings: Vec::new() }
}

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
