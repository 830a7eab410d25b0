//! The addresses of a clause on the page of its document: the present one, former ones, and the note for readers of an old link
//! to a place that has another clause now.

use super::fate::fate;
use super::writer::{TextPage, TextWriter};
use crate::policy::{ClauseAddress, Fragment, Position, Retargeted};
use crate::site::frame::escape::push_attribute;
use crate::site::frame::link;
use crate::site::frame::words::filled;

/// Writes the empty anchors before the text of a clause. They do not stand at the permalink behind the text: a browser scrolls to
/// the anchor, and the reader is to see the clause from its beginning.
pub(crate) fn anchors(w: &mut TextWriter<'_>, address: ClauseAddress<'_>) {
    if w.text_page == TextPage::Clause || address.id.is_empty() {
        return;
    }
    push_anchor(&mut w.out, &address.permalink());
    if w.document.body.addresses.is_unambiguous(address.position) {
        push_anchor(&mut w.out, &address.position.into());
    }
    for place in address.former {
        former(w, &place.fragment());
        if &place.id != address.id {
            former(w, &Fragment::from(&place.id));
        }
        if &place.position != address.position && w.document.body.addresses.is_unambiguous(&place.position) {
            former(w, &Fragment::from(&place.position));
        }
    }
}

/// Writes an anchor for a fragment of the past, once.
pub(crate) fn former(w: &mut TextWriter<'_>, fragment: &Fragment) {
    if w.former.insert(fragment.clone()) {
        push_anchor(&mut w.out, fragment);
    }
}

/// Adds an empty anchor.
pub(crate) fn push_anchor(out: &mut String, fragment: &Fragment) {
    out.push_str("<span");
    push_attribute(out, "id", fragment.as_str());
    out.push_str("></span>");
}

/// Writes the permalink of a clause, and the link to its own page, where everything can be copied. The links name the clause. As
/// they are not official text, they are marked with `data-nosnippet`.
pub(crate) fn tools(w: &mut TextWriter<'_>, address: ClauseAddress<'_>) {
    if w.text_page == TextPage::Clause || address.position.is_empty() {
        return;
    }
    let name = w.place(address.position);
    let cite = match address.id.is_empty() {
        true => String::new(),
        false => w.parts.clause_cite.with([&link::relative(&w.file, &link::clause_file(address.id), None), &name]),
    };
    let href = link::relative(&w.file, &w.file, Some(&address.permalink()));
    w.parts.clause_tools.push(&mut w.out, [&href, &name, &cite]);
}

/// Writes the note at a bare position that has been the address of other clauses, if it has.
pub(crate) fn note(w: &mut TextWriter<'_>, position: &Position) {
    if w.text_page == TextPage::Clause {
        return;
    }
    let document = w.document;
    let all = &document.body.addresses.retargeted;
    let first = all.partition_point(|known| &known.position < position);
    let here: Vec<&Retargeted> = all[first..].iter().take_while(|known| &known.position == position).collect();
    let Some(one) = here.first() else { return };
    w.noted.insert(&one.position);
    let sentences: Vec<String> = here.into_iter().map(|was| sentence(w, was)).collect();
    w.parts.former_position.push(&mut w.out, [position.as_str(), &sentences.join("<br>")]);
}

/// `令和8年4月1日版の5(1)は現在6(2)です。`
fn sentence(w: &TextWriter<'_>, was: &Retargeted) -> String {
    let (site, document, words) = (w.site, w.document, w.words);
    let version = was.date.map_or_else(
        || words.version_before.to_owned(),
        |date| filled(words.version_of, &[("date", &words.short_day(date))]),
    );
    let tombstones = &document.body.addresses.tombstones;
    let gone = tombstones.binary_search_by(|gone| gone.id.cmp(&was.was)).ok().map(|at| &tombstones[at]);
    match (site.clauses.find(&was.was), gone) {
        (Some((document, position)), _) => w.parts.was_now.with([&version, &was.name, &w.link_to(document, position)]),
        (None, Some(gone)) => {
            let href = link::relative(&w.file, &w.file, Some(&Fragment::from(&gone.id)));
            let name = w.parts.link.with([&href, &was.name]);
            w.parts.was_fate.with([&version, &name, &fate(site, w.page(), gone)])
        }
        (None, None) => w.parts.was_gone.with([&version, &was.name]),
    }
}
