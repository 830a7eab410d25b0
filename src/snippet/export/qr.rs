//! QR codes (SVG) for print: the short address of each clause, and the city's LINE account for each route.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use super::{ExportFiles, ExportRequest, stem};
use crate::snippet::link;

/// The side of the picture in SVG units; print scales it.
const SIDE: u32 = 240;

pub(super) fn write(request: &ExportRequest<'_>, files: &mut ExportFiles) {
    let site = &request.corpus.site;
    for clause in request.clauses.iter().filter(|clause| clause.posts().next().is_some()) {
        if let Some(picture) = picture(&link::short(site, clause.id())) {
            files.insert(format!("qr/{}.svg", stem(clause)), picture.into_bytes());
        }
    }
    for (route, url) in &site.posting.friend_urls {
        if let Some(picture) = picture(url) {
            files.insert(format!("qr/line_{route}.svg"), picture.into_bytes());
        }
    }
}

/// Draws a code that corrects 15 % of damage, as is usual in print. `None` if the address is too long for any code.
fn picture(url: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M).ok()?;
    Some(code.render::<svg::Color<'_>>().min_dimensions(SIDE, SIDE).build())
}
