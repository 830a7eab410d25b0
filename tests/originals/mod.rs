//! The two published texts as they were extracted from their PDFs, and the rules that put their lines together again.
//!
//! The rules are stated here and nowhere else. They only ever remove line ends, the extraction's own spaces at the two
//! ends of a line and the `- ` in front of a printed `・`; no character of the text itself is added, dropped or replaced.

/// The R7 text: the policy of the mayor, 25 March 2025.
pub(crate) const R7: &str = include_str!("r7-shisei-unei.txt");
/// The R8 text: the policy of a department, 1 April 2026.
pub(crate) const R8: &str = include_str!("r8-seisaku-keiei.txt");

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
