#[path = "kit/mod.rs"]
mod kit;
use hoshin::policy::*;
use hoshin::*;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::time::Instant;
fn main() {
    let dir = tempfile::tempdir_in("/dev/shm").unwrap();
    kit::generate(dir.path(), 1000).unwrap();
    std::process::Command::new(env!("CARGO_BIN_EXE_hoshin"))
        .args(["build", "-q", "--site"])
        .arg(dir.path())
        .status()
        .unwrap();
    for _ in 0..4 {
        let t = Instant::now();
        let mut last = 0.0;
        let mut lap = |name: &str| {
            let e = t.elapsed().as_secs_f64() * 1e3;
            println!("{name:20} {:8.2} ms", e - last);
            last = t.elapsed().as_secs_f64() * 1e3;
        };
        let (tree, _) = source::read_tree(dir.path()).unwrap();
        lap("read_tree");
        let copy = tree.clone();
        lap("clone tree");
        let h: Vec<_> = copy.files.par_iter().map(|(_, b)| blake3::hash(b)).collect();
        lap("hash tree");
        drop(copy);
        drop(h);
        lap("drop tree");
        let (sources, _) = source::parse(&tree);
        let sources = sources.unwrap();
        lap("source::parse");
        let (locks, _) = source::locks(&tree);
        lap("locks");
        let bodies: Vec<_> = sources
            .documents
            .par_iter()
            .map(|(id, d)| {
                let issuer = d.meta.issuer.as_ref().and_then(Issuer::printed);
                let hints = markdown::LetterheadHints { title: &d.meta.title.value, issuer: issuer.as_deref() };
                let (b, _) = markdown::parse(&d.source, d.body_start, &hints);
                (id.clone(), address::assign_positions(b))
            })
            .collect();
        lap("bodies");
        let bodies: BTreeMap<_, _> = bodies.into_iter().collect();
        let cl = bodies.clone();
        lap("clone bodies");
        drop(cl);
        lap("drop bodies");
        let cl = sources.clone();
        lap("clone sources");
        drop(cl);
        lap("drop sources");
        let unreadable = Default::default();
        let now: jiff::Timestamp = "2060-01-01T00:00:00Z".parse().unwrap();
        let context = address::Context { locks: &locks, unreadable: &unreadable, mode: address::Mode::Record, now };
        let mut bodies = bodies;
        let inputs = sources
            .documents
            .iter()
            .map(|(id, d)| {
                (id.clone(), address::Input { meta: &d.meta, source: &d.source, body: bodies.remove(id).unwrap() })
            })
            .collect();
        let (assigned, f) = address::assign(inputs, &context);
        lap("assign");
        println!("{} findings {} changes", f.len(), assigned.changes.len());
        let corpus = corpus::link(sources, assigned.bodies, now);
        lap("link");
        let c2 = corpus.clone();
        lap("clone corpus");
        drop(c2);
        lap("drop corpus");
        let found = check::run(&corpus);
        lap("check");
        println!("{} findings", found.len());
        let (theme, _) = site::Theme::load("default", &BTreeMap::new());
        lap("theme");
        let s = search::index(&corpus);
        lap("search index");
        drop(s);
        lap("drop search");
        let (a, _) = site::render(&corpus, &theme.unwrap(), &BTreeMap::new());
        lap("render all");
        println!("{} files", a.len());
        drop(a);
        lap("drop artifacts");
        drop(corpus);
        lap("drop corpus");
        println!();
    }
}
