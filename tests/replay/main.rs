//! A document through many revisions. Every published address leads to its clause or to a tombstone, never to another clause.
//!
//! `model` is a document that knows which clause is which, `change` revises it in all the ways people do, `site` builds it
//! with the whole pipeline, `page` reads the website as a browser without scripts would, and `reader` follows every address
//! that was ever on a page. Only the model knows the identity of clauses: a page shows its clauses in the order of the model.
//! Neither the text nor the library is used to tell them apart.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test stops where it is not met")]

mod change;
mod model;
mod page;
mod random;
mod reader;
mod site;

use random::Random;
use reader::Reader;
use site::Site;

/// Seeds of the generator. Each gives another history.
const SEEDS: [u64; 5] = [1, 7, 200, 4_242, 20_260_401];
const REVISIONS: u32 = 80;

#[test]
fn no_address_is_lost_or_leads_to_another_clause() {
    // Histories are independent and run in parallel. A panic in one ends the scope with a panic.
    std::thread::scope(|scope| {
        for seed in SEEDS {
            scope.spawn(move || follow_all(seed));
        }
    });
}

#[test]
#[ignore = "a minute; for changes to matching, recording or pages"]
fn no_address_is_lost_in_many_histories() {
    (1_000..1_040).for_each(follow_all);
}

/// Runs one history and follows every address after every revision.
fn follow_all(seed: u64) {
    let mut random = Random::new(seed);
    let mut site = Site::new(&mut random);
    let mut reader = Reader::default();
    let mut history = vec![format!("seed {seed}")];
    site.build();
    reader.visit(&site, &history);
    for revision in 1..=REVISIONS {
        history.push(format!("{revision}: {}", change::revise(&mut site, &mut random)));
        site.build();
        reader.visit(&site, &history);
    }
    assert!(reader.addresses() > 400, "seed {seed}: only {} addresses", reader.addresses());
    assert!(site.questions > 0, "seed {seed} never asked anything");
}

#[test]
fn building_again_changes_nothing() {
    let mut random = Random::new(3);
    let mut site = Site::new(&mut random);
    site.build();
    for _ in 0..20 {
        change::revise(&mut site, &mut random);
        site.build();
        assert_eq!(site.again(), (Vec::new(), true));
    }
}
