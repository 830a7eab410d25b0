//! Card images: `card/….png` (1200×630) and `card/….tall.png` (1080×1350), each with its alternative text.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{ExportFiles, stem};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::policy::Site;
use crate::snippet::card::{AuthorTexts, CardRenderer, CardShape, CardWords};
use crate::snippet::clause_posts::ClausePosts;

/// Draws a card in each shape for every clause that has an address, on all cores. A card that cannot be drawn is reported, once for each
/// cause, and the others are drawn.
#[must_use]
pub fn card_files(
    site: &Site,
    clauses: &[ClausePosts<'_>],
    renderer: &CardRenderer<'_>,
    authors: AuthorTexts,
) -> (ExportFiles, Diagnostics) {
    let drawn: Vec<_> = clauses.par_iter().map(|clause| of_clause(site, clause, renderer, authors)).collect();
    let (mut files, mut found, mut told) = (ExportFiles::new(), Diagnostics::default(), BTreeSet::new());
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
    clause: &ClausePosts<'_>,
    renderer: &CardRenderer<'_>,
    authors: AuthorTexts,
) -> Result<ExportFiles, Box<Diagnostic>> {
    let mut files = ExportFiles::new();
    let Some(words) = CardWords::of(site, &clause.subject, authors) else { return Ok(files) };
    for (shape, suffix) in [(CardShape::Wide, ""), (CardShape::Tall, ".tall")] {
        let card = renderer.draw(&clause.subject, &words, shape)?;
        let path = format!("card/{}{suffix}", stem(clause));
        files.insert(format!("{path}.png"), card.png);
        files.insert(format!("{path}.alt.txt"), card.alternative.into_bytes());
    }
    Ok(files)
}
