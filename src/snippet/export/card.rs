//! Card images: `card/….png` (1200×630) and `card/….tall.png` (1080×1350), and the text for those who do not see them.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Files, stem};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::policy::Site;
use crate::snippet::card::{Authors, CardWords, Shape, Studio};
use crate::snippet::draft::Draft;

/// A card in each shape for every clause that has an address, drawn on every core. What cannot be drawn is reported, once
/// for each cause, and costs nothing else.
#[must_use]
pub fn cards(site: &Site, drafts: &[Draft<'_>], (studio, authors): (&Studio<'_>, Authors)) -> (Files, Diagnostics) {
    let drawn: Vec<_> = drafts.par_iter().map(|draft| of_clause(site, draft, (studio, authors))).collect();
    let (mut files, mut found, mut told) = (Files::new(), Diagnostics::default(), BTreeSet::new());
    for outcome in drawn {
        match outcome {
            Ok(made) => files.extend(made),
            Err(finding) => {
                if told.insert(finding.text.ja.clone()) {
                    found.push(*finding);
                }
            }
        }
    }
    (files, found)
}

fn of_clause(
    site: &Site,
    draft: &Draft<'_>,
    (studio, authors): (&Studio<'_>, Authors),
) -> Result<Files, Box<Diagnostic>> {
    let mut files = Files::new();
    let Some(words) = CardWords::of(site, &draft.subject, authors) else { return Ok(files) };
    for (shape, suffix) in [(Shape::Wide, ""), (Shape::Tall, ".tall")] {
        let card = studio.draw(&draft.subject, &words, shape)?;
        let path = format!("card/{}{suffix}", stem(draft));
        files.insert(format!("{path}.png"), card.png);
        files.insert(format!("{path}.alt.txt"), card.alternative.into_bytes());
    }
    Ok(files)
}
