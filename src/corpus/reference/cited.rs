//! What stands around a place that is cited: an address after it.

use crate::corpus::cite::Resolution;
use crate::corpus::versions::Placed;
use crate::corpus::{Corpus, own_address};
use crate::policy::DocumentId;

/// What the address means that follows a place in a full citation: 5(1)、https://…#s5-1.k7f3q. Its id decides; an address of
/// another document says that the place is not known.
pub(super) fn by_address(corpus: &Corpus, id: &DocumentId, after: &str) -> Option<Placed> {
    let address = after.strip_prefix(['、', '，', ',']).map(str::trim_start).filter(|rest| rest.starts_with("http"))?;
    let end = address.find(|c: char| !c.is_ascii_graphic()).unwrap_or(address.len());
    Some(match own_address::find(corpus, &address[..end])? {
        Resolution::Clause { document, position } if document == *id => Placed::Standing(position),
        Resolution::Gone { document, id: gone } if document == *id => Placed::Gone(gone),
        _ => Placed::Nothing(None),
    })
}
