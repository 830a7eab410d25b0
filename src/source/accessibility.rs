//! Reads `accessibility` of `site.yaml`: the policy of the city, and the results of its tests.

use super::fields::{Fields, YamlReader};
use super::suggest::nearest;
use super::values::{date, required_date};
use super::yaml::YamlNode;
use crate::diagnostic::{Located, catalogue};
use crate::policy::{Accessibility, AccessibilityTest, CRITERIA, CriterionOutcome, SignedResult, WrittenDate};

const OUTCOMES: [(&str, CriterionOutcome); 3] = [
    ("pass", CriterionOutcome::Passed),
    ("fail", CriterionOutcome::Failed),
    ("inapplicable", CriterionOutcome::Inapplicable),
];

/// Reads the mapping; `None` if the site has none.
pub(super) fn accessibility(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<Accessibility> {
    let node = fields.take("accessibility")?;
    let keys = ["decided", "level", "due", "excluded", "issues", "tests"];
    let mut fields = reader.fields(node, "accessibility", &keys);
    let decided = day(&mut fields, reader, "decided");
    let level = choice(&mut fields, reader, "level", &["A", "AA", "AAA"]).unwrap_or_else(|| "AA".to_owned());
    let due = day(&mut fields, reader, "due");
    let texts = |texts: Vec<Located<String>>| texts.into_iter().map(|text| text.value).collect();
    let excluded = texts(fields.texts(reader, "excluded"));
    let issues = texts(fields.texts(reader, "issues"));
    let mut tests: Vec<AccessibilityTest> = Vec::new();
    for node in fields.list(reader, "tests") {
        let Some((year, test)) = test(reader, node) else { continue };
        if tests.iter().any(|other| other.year == test.year) {
            reader.report(catalogue::duplicate_key(&year.value), &year.range);
        } else {
            tests.push(test);
        }
    }
    tests.sort_by_key(|test| std::cmp::Reverse(test.year));
    Some(Accessibility { decided, level, due, excluded, issues, tests })
}

fn test(reader: &mut YamlReader<'_>, node: YamlNode) -> Option<(Located<String>, AccessibilityTest)> {
    let mut fields = reader.fields(node, "tests", &["year", "stated", "from", "until", "results"]);
    let year = fields.required(reader, "year");
    let stated = day(&mut fields, reader, "stated");
    let from = day(&mut fields, reader, "from");
    let until = day(&mut fields, reader, "until");
    let results = fields.list(reader, "results");
    let signed = results.into_iter().filter_map(|node| signed(reader, node)).collect();
    let year = year?;
    let Some(number) = year.value.parse::<i16>().ok().filter(|number| (2000..=2999).contains(number)) else {
        reader.report(catalogue::not_a_choice("year", &year.value, "2026"), &year.range);
        return None;
    };
    Some((year, AccessibilityTest { year: number, stated, from, until, signed }))
}

/// A result needs the name of the tester and the day; without them it does not count.
fn signed(reader: &mut YamlReader<'_>, node: YamlNode) -> Option<SignedResult> {
    let mut fields = reader.fields(node, "results", &["criterion", "result", "by", "on", "note"]);
    let criterion = fields.required(reader, "criterion");
    let outcome = required_choice(&mut fields, reader, "result", &OUTCOMES.map(|(word, _)| word));
    let by = fields.required(reader, "by");
    let on = required_date(&mut fields, reader, "on");
    let note = fields.plain(reader, "note");
    let criterion = criterion?;
    if !CRITERIA.iter().any(|known| known.number == criterion.value) {
        let near = nearest(&criterion.value, CRITERIA.iter().map(|known| known.number)).unwrap_or("1.1.1");
        reader.report(catalogue::not_a_choice("criterion", &criterion.value, near), &criterion.range);
        return None;
    }
    let outcome = OUTCOMES.iter().find(|(word, _)| Some(*word) == outcome.as_deref()).map(|(_, outcome)| *outcome);
    Some(SignedResult { criterion: criterion.value, outcome: outcome?, by: by?.value, on: on?.value, note })
}

fn day(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str) -> Option<WrittenDate> {
    date(fields, reader, key).map(|date| date.value)
}

/// Reads one of several words.
fn choice(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str, words: &[&str]) -> Option<String> {
    let written = fields.text(reader, key)?;
    one_of(reader, key, written, words)
}

/// Reads one of several words that must be there.
fn required_choice(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str, words: &[&str]) -> Option<String> {
    let written = fields.required(reader, key)?;
    one_of(reader, key, written, words)
}

fn one_of(reader: &mut YamlReader<'_>, key: &str, written: Located<String>, words: &[&str]) -> Option<String> {
    if words.contains(&written.value.as_str()) {
        return Some(written.value);
    }
    reader.report(catalogue::not_a_choice(key, &written.value, &words.join(" / ")), &written.range);
    None
}
