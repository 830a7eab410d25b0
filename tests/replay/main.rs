//! A document through many revisions: every address ever published leads to its clause or to a tombstone, none to another.
//!
//! `model` is a document that knows which clause is which, `change` revises it in all the ways people do, `site` runs the
//! library over it as a build would, and `reader` follows every address that was ever on a page.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test stops where it is not met")]

mod change;
mod model;
mod random;
mod reader;
mod site;

use random::Random;
use reader::Reader;
use site::Site;

/// Seeds of the generator; every one is another history.
const SEEDS: [u64; 5] = [1, 7, 200, 4_242, 20_260_401];
const REVISIONS: u32 = 80;

#[test]
fn no_address_is_lost_or_leads_to_another_clause() {
    for seed in SEEDS {
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
}

#[test]
fn building_again_changes_no_lock() {
    let mut random = Random::new(3);
    let mut site = Site::new(&mut random);
    site.build();
    for _ in 0..20 {
        change::revise(&mut site, &mut random);
        site.build();
        assert_eq!(site.changes(), Vec::<String>::new());
    }
}
