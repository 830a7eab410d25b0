//! A new document of a kind, with marks where something is to be filled in.

use super::front_matter::FrontMatterWriter;
use crate::policy::FiscalYear;

/// The parts of a kind of document. They are Japanese, like the documents.
struct Skeleton {
    /// The title, without the year.
    title: &'static str,
    /// The post of the issuer.
    post: &'static str,
    /// The sentence before the clauses.
    opening: &'static str,
    clauses: &'static str,
}

const SECTIONS: &str = "記\n\n## 1 （要記入：見出し）\n\n(1) （要記入：本文）\n\n(2) （要記入：本文）\n\n以上\n";
const BULLETS: &str = "記\n\n## 1 （要記入：見出し）\n\n・（要記入：本文）\n\n・（要記入：本文）\n\n以上\n";
const PLAIN: &str = "## 1 （要記入：見出し）\n\n（要記入：本文）\n\n## 2 （要記入：見出し）\n\n（要記入：本文）\n";

fn parts_of(kind: &str) -> Skeleton {
    match kind {
        "施政方針" => {
            Skeleton {
                title: "施政方針", post: "市長", opening: "（要記入：市政に当たっての所信）", clauses: PLAIN
            }
        }
        "市政運営の基本方針" => Skeleton {
            title: "市政運営の基本方針",
            post: "市長",
            opening: "市政運営に当たっては、下記の事項を踏まえて取り組むこと。",
            clauses: SECTIONS,
        },
        "部の運営方針" => Skeleton {
            title: " （要記入：部の名前）の運営方針",
            post: "（要記入：部の名前）長",
            opening: "運営方針を下記のとおり定める。",
            clauses: BULLETS,
        },
        "組織目標" => Skeleton {
            title: " （要記入：組織の名前）の組織目標",
            post: "（要記入：職名）",
            opening: "組織目標を下記のとおり定める。",
            clauses: SECTIONS,
        },
        _ => Skeleton {
            title: " （要記入：題名）",
            post: "（要記入：職名）",
            opening: "（要記入：趣旨）",
            clauses: PLAIN,
        },
    }
}

/// The draft of a document of this kind.
pub(super) fn skeleton(kind: &str, year: FiscalYear) -> String {
    let Skeleton { title, post, opening, clauses } = parts_of(kind);
    let title = format!("{}{title}", year.wareki());
    let mut front = FrontMatterWriter::default();
    front.line("title", &title);
    front.line("kind", kind);
    front.line("fiscal_year", &year.slug().to_uppercase());
    front.issued(year);
    front.raw("issuer:\n");
    front.raw(&format!("  post: {post}\n"));
    front.raw("  name: # 要記入：氏名\n");
    front.open("organization", "組織の id（organizations.yaml にあるもの。なければこの行を消す）");
    front.open("upper", "上位の文書の id（なければこの行を消す）");
    front.raw("status: draft\n");
    front.open("summary", "この文書の要旨（一覧に出る。なければこの行を消す）");
    let body = format!("（要記入：制定日）\n\n# {title}\n\n{post} （要記入：氏名）\n\n{opening}\n\n{clauses}");
    front.with(&body)
}
