//! QR codes (SVG) for print: of the short address of each clause, and of the city's LINE account for each route.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use super::{Files, Order, stem};
use crate::snippet::link;

/// Side of the picture in units of its own; print scales it.
const SIDE: u32 = 240;

pub(super) fn write(order: &Order<'_>, files: &mut Files) {
    let site = &order.corpus.site;
    for draft in order.drafts.iter().filter(|draft| draft.posts().next().is_some()) {
        if let Some(picture) = picture(&link::short(site, draft.subject.clause.address().id)) {
            files.insert(format!("qr/{}.svg", stem(draft)), picture.into_bytes());
        }
    }
    for (route, url) in &site.posting.friend_urls {
        if let Some(picture) = picture(url) {
            files.insert(format!("qr/line_{route}.svg"), picture.into_bytes());
        }
    }
}

/// Correction of 15 % of damage, as is usual in print; `None` when the address is too long for any code.
fn picture(url: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M).ok()?;
    Some(code.render::<svg::Color<'_>>().min_dimensions(SIDE, SIDE).build())
}
