//! Names that look the same but have different characters: of indicators and their units, and of documents.

use std::collections::BTreeMap;

use super::Subject;
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, Span, catalogue};
use crate::policy::{name_key, named_differences};

/// Names of indicators and units of measure in a document. The same name may be used several times.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let (mut names, mut units) = (KnownNames::default(), KnownNames::default());
    for indicator in subject.objectives.iter().flat_map(|placed| &placed.objective.indicators) {
        names.add(&indicator.name.value, subject.span(&indicator.name.range), found);
        if let Some(unit) = indicator.unit.given() {
            units.add(unit, subject.span(&indicator.range), found);
        }
    }
}

/// Titles of documents.
pub(super) fn check_titles(corpus: &Corpus, found: &mut Diagnostics) {
    let mut titles = KnownNames::default();
    for document in corpus.documents() {
        let title = &document.meta.title;
        titles.add(&title.value, title.span(&document.source), found);
    }
}

/// The first of the names that look alike, by folded name.
#[derive(Default)]
struct KnownNames(BTreeMap<String, (String, Span)>);

impl KnownNames {
    fn add(&mut self, name: &str, span: Span, found: &mut Diagnostics) {
        match self.0.get(&name_key(name)) {
            Some((known, _)) if known == name => {}
            Some((known, first)) => {
                let characters = named_differences(name, known);
                let finding = catalogue::look_alike_name(name, known, &characters).at(span);
                found.push(finding.with_related(first.clone(), catalogue::first_is_here()));
            }
            None => {
                self.0.insert(name_key(name), (name.to_owned(), span));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::found_in_objective;
    use crate::corpus::testing::{page, site};

    #[test]
    fn indicators_that_look_the_same_are_reported() {
        let two = |one: &str, other: &str| {
            let yaml = format!("indicators:\n  - name: {one}\n  - name: {other}");
            found_in_objective("look-alike-name", &yaml)
        };
        assert_eq!(two("4〜6月の回数", "4～6月の回数"), ["6"]);
        assert_eq!(two("登録者数", "登録\u{200b}者数"), ["6"]);
        assert_eq!(two("がっこう", "か\u{3099}っこう"), ["6"]);
        assert_eq!(two("登録 者数", "登録  者数"), ["6"]);
        assert_eq!(two("登録者数", "閲覧者数"), [""; 0]);
        assert_eq!(two("登録者Ａ", "登録者A"), [""; 0]);
        let unit = "indicators:\n  - name: 甲\n    unit: \u{3bc}g\n  - name: 乙\n    unit: \u{b5}g";
        assert_eq!(found_in_objective("look-alike-name", unit), ["7"]);
    }

    #[test]
    fn titles_that_look_the_same_are_reported() {
        let found = |other: &str| {
            let corpus = site(&[("r8/a.md", &page("R8", "4〜6月の方針", "")), ("r8/b.md", &page("R8", other, ""))]);
            let found = crate::check::testing::findings(&corpus).sorted();
            found
                .iter()
                .filter(|one| one.code.id == "look-alike-name")
                .map(|one| one.text.en.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found("4～6月の方針"),
            ["`4～6月の方針` looks like `4〜6月の方針` and is written with other characters"]
        );
        assert_eq!(found("4〜6月の方針"), [""; 0]);
    }
}
