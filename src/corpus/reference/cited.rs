//! The address after a place that is cited.

use crate::corpus::versions::Placed;
use crate::corpus::{DocumentSet, Resolution, own_address};
use crate::policy::DocumentId;

/// The meaning of the address that follows a place in a full citation: 5(1)、https://…#s5-1.k7f3q. Its id decides. With an
/// address of another document the place is unknown.
pub(super) fn by_address(documents: &DocumentSet, id: &DocumentId, after: &str) -> Option<Placed> {
    let address = after.strip_prefix(['、', '，', ',']).map(str::trim_start).filter(|rest| rest.starts_with("http"))?;
    let end = address.find(|c: char| !c.is_ascii_graphic()).unwrap_or(address.len());
    Some(match own_address::find(documents, &address[..end])? {
        Resolution::Clause { document, position } if document == *id => Placed::Standing(position),
        Resolution::Gone { document, id: gone } if document == *id => Placed::Gone(gone),
        _ => Placed::Nothing(None),
    })
}
