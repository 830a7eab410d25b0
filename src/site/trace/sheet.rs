//! Long lists on several pages.

/// The most bytes of list on one page. With the frame around it a page stays far below 1 MB.
const LIMIT: usize = 400_000;

/// Part of a list that is not divided.
pub(super) struct Piece {
    /// What stands above all pieces of its group, as HTML; said again where a page starts within the group.
    pub(super) heading: String,
    /// What opens and closes the list the pieces of a group stand in.
    pub(super) list: (&'static str, &'static str),
    /// The piece, as HTML.
    pub(super) html: String,
}

/// The pieces on as few pages as they need, each page with the introduction.
pub(super) fn packed(intro: &str, pieces: Vec<Piece>) -> Vec<String> {
    let mut pages = Vec::new();
    let mut page = intro.to_owned();
    let mut open: Option<(String, (&str, &str))> = None;
    for piece in pieces {
        let is_full = page.len() > intro.len() && page.len() + piece.html.len() > LIMIT;
        if is_full || open.as_ref().is_none_or(|(heading, _)| *heading != piece.heading) {
            if let Some((_, (_, close))) = open.take() {
                page.push_str(close);
            }
            if is_full {
                pages.push(std::mem::replace(&mut page, intro.to_owned()));
            }
            page.push_str(&piece.heading);
            page.push_str(piece.list.0);
            open = Some((piece.heading, piece.list));
        }
        page.push_str(&piece.html);
    }
    if let Some((_, (_, close))) = open {
        page.push_str(close);
    }
    pages.push(page);
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(heading: &str, html: String) -> Piece {
        Piece { heading: heading.to_owned(), list: ("<ul>", "</ul>"), html }
    }

    #[test]
    fn pieces_share_lists_and_pages() {
        let pieces = [("a", "1"), ("a", "2"), ("b", "3")].map(|(heading, html)| piece(heading, html.to_owned()));
        assert_eq!(packed("i", pieces.into()), ["ia<ul>12</ul>b<ul>3</ul>"]);
        assert_eq!(packed("i", Vec::new()), ["i"]);
    }

    #[test]
    fn no_page_is_longer_than_the_limit_and_each_is_whole() {
        let pieces = (0..10).map(|_| piece("h", "x".repeat(LIMIT / 3))).collect();
        let pages = packed("i", pieces);
        assert_eq!(pages.len(), 5);
        for page in pages {
            assert!(page.len() <= LIMIT && page.starts_with("ih<ul>") && page.ends_with("</ul>"));
        }
    }
}
