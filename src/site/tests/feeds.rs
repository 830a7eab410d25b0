//! What machines read: feed, sitemap, robots.txt.

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
fn the_id_of_an_entry_does_not_depend_on_where_the_site_stands() {
    let ids = |base_url: &str| {
        let mut sample = rich();
        base_url.clone_into(&mut sample.sources.site.base_url);
        let (artifacts, _) = site(sample);
        let feed = text(&artifacts, "feed.xml").to_owned();
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
