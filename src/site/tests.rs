use super::sample::*;
use super::*;
use crate::policy::*;
use crate::diagnostic::*;

#[test]
fn dump() {
    let read = |id: &str, year: i16, kind: &str, title: &str, post: &str, name: &str| {
        let text = std::fs::read_to_string(format!("content/{id}.md")).unwrap();
        let file = SourceFile::new(format!("content/{id}.md"), text.clone());
        let start = text[4..].find("\n---\n").unwrap() + 9;
        let printed = format!("{post} {name}");
        let hints = crate::markdown::LetterheadHints { title, issuer: Some(&printed) };
        let (body, found) = crate::markdown::parse(&file, start, &hints);
        for f in &found { println!("{f:?}"); }
        let body = crate::address::assign_positions(body);
        let mut d = document(id, title, body);
        d.meta.kind.value = kind.to_owned();
        d.meta.fiscal_year.value = FiscalYear(year);
        d.meta.issuer = Some(Issuer { post: Some(post.into()), name: Some(name.into()), as_printed: None });
        d.source = file;
        if year == 2025 { d.meta.issued.as_mut().unwrap().value.date = jiff::civil::date(2025, 3, 25); }
        else { d.meta.upper = vec![Located::new(Upper::Title("令和8年度市政運営の基本方針".into()), 0..0), Located::new(Upper::Title("令和8年度施政方針".into()), 0..0)]; }
        d
    };
    let mut corpus = corpus(vec![
        read("r7/shisei-unei", 2025, "市政運営の基本方針", "令和７年度市政運営の基本方針", "国分寺市長", "井 澤 邦 夫"),
        read("r8/seisaku-keiei", 2026, "部の運営方針", "令和8年度 政策経営部の運営方針", "政策経営部長", "村越隆治"),
        { let mut d = document("r8/rich", "見本の文書", body(&std::fs::read_to_string("/tmp/rich.md").unwrap_or_default())); d.meta.fiscal_year.value = FiscalYear(2024); d.meta.kind.value = "計画".into(); d },
    ]);
    corpus.site.title = "国分寺市の方針（デモ）".into();
    corpus.site.city = "国分寺市".into();
    corpus.site.description = "公表された2つの文書から作った、方針を1項目ずつ読み、示し、引用できるサイトのデモンストレーションです。".into();
    corpus.site.notice = "このサイトは、公表された2つの文書から作ったデモンストレーションです。国分寺市の公式サイトではありません。".into();
    let (theme, found) = Theme::load("default", &BTreeMap::new());
    for f in &found { println!("{f:?}"); }
    let (out, found) = render(&corpus, &theme.unwrap(), &BTreeMap::new());
    for f in &found { println!("{f:?}"); }
    for (path, bytes) in out.iter() {
        let path = std::path::Path::new("/tmp/site-out").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        println!("{} {}", path.display(), bytes.len());
    }
}
