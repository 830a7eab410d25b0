//! Nothing dangerous reaches a page.

use super::super::sample::Locks;
use super::*;

#[test]
fn no_page_runs_or_loads_anything() {
    let (artifacts, _) = site(rich());
    for (path, page) in pages(&artifacts) {
        for forbidden in [
            "script:not([src]):not([type=\"application/ld+json\"])",
            "style",
            "iframe",
            "object",
            "embed",
            "[style]",
            "base",
        ] {
            assert_eq!(page.select(&Selector::parse(forbidden).unwrap()).count(), 0, "{path}: {forbidden}");
        }
        for source in values(&page, "src") {
            assert!(!source.contains("//"), "{path}: {source}");
        }
    }
}

#[test]
fn nothing_in_any_field_becomes_markup() {
    let evil = "\"><script>alert(1)</script><a onclick='x'>&{{ 7 }}";
    let mut sample = Sample::new().with("r8/a", 2026, evil).with("r8/b", 2026, "").meta("r8/a", |meta| {
        meta.title.value = evil.to_owned();
        meta.kind.value = evil.to_owned();
        meta.summary = Some(evil.to_owned());
        meta.license = Some(evil.to_owned());
        meta.language = evil.to_owned();
        meta.issuer = Some(Issuer { post: Some(evil.to_owned()), name: Some(evil.to_owned()), as_printed: None });
        meta.upper = vec![Located::new(Upper::Title(evil.to_owned()), 0..0)];
        let (name, evil) = (evil.to_owned(), Some(evil.to_owned()));
        meta.contact = Some(Contact { name, phone: evil.clone(), mail: evil.clone(), url: evil });
    });
    let site_fields = &mut sample.sources.site;
    for field in [&mut site_fields.title, &mut site_fields.city, &mut site_fields.description, &mut site_fields.notice]
    {
        evil.clone_into(field);
    }
    let (artifacts, _) = site(sample);
    for (path, page) in pages(&artifacts) {
        assert_eq!(
            page.select(&Selector::parse("script:not([src]):not([type=\"application/ld+json\"]), [onclick]").unwrap())
                .count(),
            0,
            "{path}"
        );
    }
    assert!(text(&artifacts, "r8/a/index.html").contains("{{ 7 }}"));
    for xml in ["feed.xml", "sitemap.xml"] {
        assert!(!text(&artifacts, xml).contains("<script"), "{xml}");
    }
}

#[test]
fn no_address_carries_markup_and_only_our_own_scripts_run() {
    let evil = "\"><script>alert(1)</script><a onclick='x'>&{{ 7 }}";
    let version = |text: &str, locks: &mut Locks| {
        let mut sample = Sample::new().with("r8/a", 2026, text).meta("r8/a", |meta| {
            evil.clone_into(&mut meta.title.value);
            meta.issued = day(2026, 4, 1);
            meta.issuer = Some(Issuer { post: Some(evil.to_owned()), name: None, as_printed: None });
            meta.aliases = vec![Located::new(crate::policy::DocumentId("r8/mukashi".to_owned()), 0..0)];
        });
        let mut plan = addresses::plan();
        evil.clone_into(&mut plan.name);
        plan.aliases = vec![Located::new(evil.to_owned(), 0..0)];
        (plan.period, plan.status, plan.note) = (Some(evil.to_owned()), Some(evil.to_owned()), Some(evil.to_owned()));
        plan.url = Some(format!("https://a.example/{evil}"));
        sample.sources.plans.push(plan);
        site(sample.addressed(locks)).0
    };
    let mut locks = Locks::new();
    version(&format!("一つ目である{evil}\n\n| a |\n|---|\n| {evil} |\n"), &mut locks);
    let artifacts = version("まったく別の文である。\n", &mut locks);
    let mut scripts = BTreeSet::new();
    for (path, page) in pages(&artifacts) {
        assert_eq!(page.select(&Selector::parse("[onclick], style, [style]").unwrap()).count(), 0, "{path}");
        for script in page.select(&Selector::parse("script:not([type=\"application/ld+json\"])").unwrap()) {
            assert_eq!(script.text().collect::<String>(), "", "{path}");
            scripts.insert(resolved(&path, script.attr("src").unwrap()));
        }
    }
    assert_eq!(
        scripts.into_iter().collect::<Vec<_>>(),
        ["assets/copy.js", "assets/moved.js", "assets/search.js", "search/index.js"]
    );
    let gone = artifacts.iter().filter(|(path, _)| path.starts_with("c/")).count();
    assert_eq!(gone, 4, "the new paragraph, and the old one, its table and the row, which are gone");
}

#[test]
fn a_contact_with_a_dangerous_address_is_no_link() {
    let contact = Contact { name: "課".to_owned(), url: Some("javascript:alert(1)".to_owned()), ..Contact::default() };
    let (artifacts, _) = site(rich().meta("r8/a", |meta| meta.contact = Some(contact)));
    let page = text(&artifacts, "r8/a/index.html");
    assert!(page.contains("<li>課</li>") && !page.contains("javascript"), "{page}");
}

#[test]
fn withheld_documents_leave_nothing() {
    let sample = rich()
        .with("r9/himitsu", 2027, "秘密の本文")
        .meta("r9/himitsu", |meta| {
            meta.status = Status::Draft;
            "秘密の題名".clone_into(&mut meta.title.value);
        })
        .with("r8/c", 2026, "[次](../r9/himitsu.md)を見る。")
        .meta("r8/c", |meta| {
            meta.upper = vec![Located::new(Upper::Document(crate::policy::DocumentId("r9/himitsu".into())), 0..0)];
        });
    let (artifacts, _) = site(sample);
    for (path, bytes) in artifacts.iter() {
        let text = String::from_utf8_lossy(&bytes);
        for secret in ["himitsu", "秘密", "r9", "令和9年度", "上位文書"] {
            assert!(!path.contains(secret) && !text.contains(secret), "{secret} in {path}");
        }
    }
}
