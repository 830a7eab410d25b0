//! Long lists on several pages.

/// The most bytes of list on one page. With the frame around it a page stays far below 1 MB.
const LIMIT: usize = 400_000;

/// Part of a list that is not divided.
pub(super) struct ListPiece {
    /// The heading above all pieces of its group, as HTML; it is repeated where a page starts within the group.
    pub(super) heading: String,
    /// Whether it stands in a list, with the other pieces of its group.
    pub(super) place: PiecePlace,
    /// The piece, as HTML.
    pub(super) html: String,
}

/// Whether a piece stands in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PiecePlace {
    InList,
    Alone,
}

/// The tags of a list, as HTML.
pub(super) struct ListTags {
    pub(super) open: String,
    pub(super) close: String,
}

/// The pieces on as few pages as they need, each page with the introduction.
pub(super) fn packed(intro: &str, tags: &ListTags, pieces: Vec<ListPiece>) -> Vec<String> {
    let mut pages = Vec::new();
    let mut page = intro.to_owned();
    let mut open: Option<(String, PiecePlace)> = None;
    for piece in pieces {
        let is_full = page.len() > intro.len() && page.len() + piece.html.len() > LIMIT;
        if is_full || open.as_ref().is_none_or(|(heading, _)| *heading != piece.heading) {
            close(&mut page, tags, open.take());
            if is_full {
                pages.push(std::mem::replace(&mut page, intro.to_owned()));
            }
            page.push_str(&piece.heading);
            if piece.place == PiecePlace::InList {
                page.push_str(&tags.open);
            }
            open = Some((piece.heading, piece.place));
        }
        page.push_str(&piece.html);
    }
    close(&mut page, tags, open);
    pages.push(page);
    pages
}

/// Ends the list of a group, if it has one.
fn close(page: &mut String, tags: &ListTags, group: Option<(String, PiecePlace)>) {
    if group.is_some_and(|(_, place)| place == PiecePlace::InList) {
        page.push_str(&tags.close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(heading: &str, html: String) -> ListPiece {
        ListPiece { heading: heading.to_owned(), place: PiecePlace::InList, html }
    }

    fn tags() -> ListTags {
        ListTags { open: "<ul>".to_owned(), close: "</ul>".to_owned() }
    }

    #[test]
    fn pieces_share_lists_and_pages() {
        let pieces = [("a", "1"), ("a", "2"), ("b", "3")].map(|(heading, html)| piece(heading, html.to_owned()));
        assert_eq!(packed("i", &tags(), pieces.into()), ["ia<ul>12</ul>b<ul>3</ul>"]);
        assert_eq!(packed("i", &tags(), Vec::new()), ["i"]);
    }

    #[test]
    fn no_page_is_longer_than_the_limit_and_each_is_whole() {
        let pieces = (0..10).map(|_| piece("h", "x".repeat(LIMIT / 3))).collect();
        let pages = packed("i", &tags(), pieces);
        assert_eq!(pages.len(), 5);
        for page in pages {
            assert!(page.len() <= LIMIT && page.starts_with("ih<ul>") && page.ends_with("</ul>"));
        }
    }
}
