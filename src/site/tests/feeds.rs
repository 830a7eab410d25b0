//! Files for machines: feeds, sitemap, robots.txt.

use super::super::sample::Locks;
use super::*;

#[test]
fn the_feed_takes_its_dates_from_the_documents() {
    let sample = rich()
        .meta("r8/a", |meta| {
            meta.issued = day(2026, 4, 1);
            meta.revised = day(2026, 7, 1);
            "A&B".clone_into(&mut meta.title.value);
            meta.summary = Some("方針を定める。".to_owned());
            meta.issuer = Some(Issuer { post: Some("部長".into()), name: None, as_printed: None });
        })
        .meta("r7/b", |meta| meta.summary = Some("別の方針を定める。".to_owned()));
    let (artifacts, _) = site(sample);
    insta::assert_snapshot!(text(&artifacts, "feed.xml").replace("><", ">\n<"));
}

#[test]
fn a_page_made_by_itself_offers_the_feed_where_there_is_one() {
    for (examples, has_feed) in [(&[][..], true), (&["r8/a"], true), (&["r8/a", "r7/b"], false)] {
        let is_example = |sample: Sample, id: &&str| sample.meta(id, |meta| meta.example = true);
        let corpus = examples.iter().fold(rich(), is_example).corpus();
        let (assets, theme) = (BTreeMap::new(), theme(&[]));
        let (artifacts, _) = render(&corpus, &theme, &assets);
        assert_eq!(artifacts.has("feed.xml"), has_feed, "{examples:?}");
        for path in ["index.html", "r8/a/index.html", "404.html"] {
            let alone = page(&corpus, &theme, &assets, path).unwrap().unwrap();
            assert_eq!(String::from_utf8_lossy(&alone.bytes), text(&artifacts, path), "{examples:?} {path}");
            assert_eq!(text(&artifacts, path).contains("feed.xml"), has_feed, "{examples:?} {path}");
        }
    }
}

#[test]
fn the_id_of_an_entry_does_not_depend_on_where_the_site_stands() {
    let ids = |base_url: &str| {
        let mut sample = rich();
        base_url.clone_into(&mut sample.sources.site.base_url);
        let (artifacts, _) = site(sample);
        let feed = text(&artifacts, "feed.xml");
        feed.split("<id>").skip(1).map(|rest| rest[..rest.find('<').unwrap()].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids("https://a.example/"), ids("https://b.example/x/"));
    assert_eq!(ids("https://a.example/").into_iter().collect::<BTreeSet<_>>().len(), 3);
}

#[test]
fn search_engines_are_told_the_addresses_people_cite() {
    let (artifacts, _) = site(rich().meta("r8/a", |meta| meta.issued = day(2026, 4, 1)));
    assert_eq!(
        text(&artifacts, "sitemap.xml"),
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\
         <url><loc>https://www.city.example.jp/houshin/</loc></url>\
         <url><loc>https://www.city.example.jp/houshin/r8/</loc></url>\
         <url><loc>https://www.city.example.jp/houshin/r7/</loc></url>\
         <url><loc>https://www.city.example.jp/houshin/r7/b/</loc></url>\
         <url><loc>https://www.city.example.jp/houshin/r8/a/</loc><lastmod>2026-04-01</lastmod></url>\
         <url><loc>https://www.city.example.jp/houshin/data/</loc></url>\
         <url><loc>https://www.city.example.jp/houshin/years/</loc></url>\
         </urlset>\n"
    );
    assert_eq!(
        text(&artifacts, "robots.txt"),
        "User-agent: *\nAllow: /\n\nSitemap: https://www.city.example.jp/houshin/sitemap.xml\n"
    );
    assert!(
        text(&artifacts, "r8/a/index.html")
            .contains("<link rel=\"canonical\" href=\"https://www.city.example.jp/houshin/r8/a/\">")
    );
}

#[test]
fn an_example_is_no_news_and_nothing_to_be_found() {
    let sample = rich().meta("r8/a", |meta| {
        meta.issued = day(2026, 4, 1);
        meta.example = true;
    });
    let (artifacts, _) = site(sample);
    assert!(text(&artifacts, "r8/a/index.html").contains("<strong>記載例</strong>"));
    for file in ["feed.xml", "sitemap.xml"] {
        let told = text(&artifacts, file);
        assert!(told.contains("/r7/b/") && !told.contains("/r8/a/"), "{told}");
    }
    assert!(artifacts.get("changes.xml").is_none_or(|feed| !String::from_utf8_lossy(&feed).contains("/r8/a/")));
}

const LONG: &str = "市民の声を丁寧に聴き、施策の優先順位を毎年度見直すこと。";
const GOING: &str = "公共施設の更新費用を平準化し、将来世代の負担を軽くすること。";

/// The feed of clause changes of a document with this text, revised on that day, after the versions the locks know: of each
/// entry its term, its day and its id.
fn changes(text: &str, revised: Option<(i8, i8)>, locks: &mut Locks) -> Vec<(String, String, String)> {
    let sample = Sample::new().with("r8/a", 2026, text).meta("r8/a", |meta| {
        meta.issued = day(2026, 4, 1);
        meta.revised = revised.and_then(|(month, of_month)| day(2026, month, of_month));
    });
    let (artifacts, found) = site(sample.addressed(locks));
    assert_eq!(found, [""; 0]);
    let feed = super::text(&artifacts, "changes.xml");
    let between = |entry: &str, from: &str, to: &str| {
        let rest = &entry[entry.find(from).unwrap() + from.len()..];
        rest[..rest.find(to).unwrap()].to_owned()
    };
    let entries = feed.split("<entry>").skip(1);
    let told = entries.map(|entry| {
        let day = between(entry, "<updated>", "T");
        (between(entry, "term=\"", "\""), day, between(entry, "<id>", "</id>"))
    });
    told.collect()
}

/// How many entries there are of each term and day.
fn counted(entries: &[(String, String, String)]) -> BTreeMap<(&str, &str), usize> {
    let mut counts = BTreeMap::new();
    for (term, day, _) in entries {
        *counts.entry((term.as_str(), day.as_str())).or_default() += 1;
    }
    counts
}

#[test]
fn a_clause_that_is_new_reworded_or_gone_is_a_change_of_its_day() {
    let mut locks = Locks::new();
    let first = changes(&format!("・{LONG}\n\n・{GOING}\n"), None, &mut locks);
    assert_eq!(counted(&first), [(("new", "2026-04-01"), 2)].into());
    let second = format!("・{LONG}\n\n・窓口の待ち時間を半分にし、手続を家から終えられるようにすること。\n");
    let second = changes(&second, Some((7, 1)), &mut locks);
    let expected = [(("new", "2026-04-01"), 1), (("new", "2026-07-01"), 1), (("withdrawn", "2026-07-01"), 1)];
    assert_eq!(counted(&second), expected.into());
    let reworded = LONG.replace("毎年度", "毎年度必ず");
    let third = format!("・{reworded}\n\n・窓口の待ち時間を半分にし、手続を家から終えられるようにすること。\n");
    let third = changes(&third, Some((10, 1)), &mut locks);
    let expected = [(("new", "2026-07-01"), 1), (("reworded", "2026-10-01"), 1), (("withdrawn", "2026-07-01"), 1)];
    assert_eq!(counted(&third), expected.into());
    // One clause is one entry for ever, whatever becomes of it.
    let id_of = |entries: &[(String, String, String)], (term, day): (&str, &str)| {
        let found: Vec<_> =
            entries.iter().filter(|entry| (entry.0.as_str(), entry.1.as_str()) == (term, day)).collect();
        assert_eq!(found.len(), 1, "{term} {day}: {entries:?}");
        found[0].2.clone()
    };
    assert_eq!(id_of(&second, ("new", "2026-04-01")), id_of(&third, ("reworded", "2026-10-01")));
    assert_eq!(id_of(&second, ("withdrawn", "2026-07-01")), id_of(&third, ("withdrawn", "2026-07-01")));
    assert!(first.iter().any(|entry| entry.2 == id_of(&second, ("withdrawn", "2026-07-01"))));
    let ids: BTreeSet<_> = third.iter().map(|entry| &entry.2).collect();
    assert_eq!(ids.len(), third.len());
    assert!(third.iter().all(|entry| entry.2.starts_with("tag:www.city.example.jp,2026:")), "{third:?}");
}

#[test]
fn that_a_clause_was_renumbered_is_no_news() {
    let mut locks = Locks::new();
    let first = changes(&format!("(1) {LONG}\n\n(2) {GOING}\n"), None, &mut locks);
    let swapped = changes(&format!("(1) {GOING}\n\n(2) {LONG}\n"), Some((7, 1)), &mut locks);
    assert_eq!(first, swapped);
    // Nor is a correction in one version: of that day the clause is as it stands.
    let mut locks = Locks::new();
    changes(&format!("(1) {LONG}\n"), None, &mut locks);
    let corrected = changes(&format!("(1) {}\n", LONG.replace("毎年度", "毎年")), None, &mut locks);
    assert_eq!(counted(&corrected), [(("new", "2026-04-01"), 1)].into());
}
