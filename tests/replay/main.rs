//! A document through many revisions: every address ever published leads to its clause or to a tombstone, none to another.
//!
//! `model` is a document that knows which clause is which, `change` revises it in all the ways people do, `site` runs the
//! library over it as a build would, and `reader` follows every address that was ever on a page.

mod change;
mod model;
mod random;
mod reader;
mod site;

use random::Random;
use reader::Reader;
use site::Site;

/// Seeds of the generator; every one is another history.
const SEEDS: [u64; 4] = [1, 20_260_401, 7, 4_242];
const REVISIONS: u32 = 80;

#[test]
fn no_address_is_lost_or_leads_to_another_clause() {
    for seed in std::env::var("SEED").map_or(0..250u64, |s| {
        let n: u64 = s.parse().unwrap();
        n..n + 1
    }) {
        let mut random = Random::new(seed);
        let mut site = Site::new(&mut random);
        let mut reader = Reader::default();
        let mut history = vec![format!("seed {seed}")];
        site.build();
        reader.visit(&site, &history);
        for revision in 1..=REVISIONS {
            if std::env::var("DUMP").is_ok() {
                for h in &site.documents {
                    eprintln!("== {revision} {}", h.stem);
                    for n in h.document.nodes() {
                        eprintln!("{} {:?} {}", n.truth, n.kind, n.text);
                    }
                }
            }
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
