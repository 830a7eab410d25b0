//! Lines of JSON with a seal: a digest that shows when a line was changed by mistake.

use serde::Serialize;

const SEAL: &str = ",\"seal\":\"";

/// One line of JSON with its line feed. Writing cannot fail: all keys are words and all values are text.
pub(super) fn line(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.push('\n');
    text
}

/// One line of JSON with its seal as the last key.
pub(super) fn sealed(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.pop();
    let seal = seal(&text);
    text.push_str(&format!("{SEAL}{seal:08x}\"}}\n"));
    text
}

/// Whether a line has a seal that fits the rest of it.
pub(super) fn has_valid_seal(line: &str) -> bool {
    let parts = line.rsplit_once(SEAL);
    parts.is_some_and(|(rest, written)| written.strip_suffix("\"}") == Some(&*format!("{:08x}", seal(rest))))
}

/// The first 32 bits of a digest. A seal only has to detect accidents.
fn seal(text: &str) -> u32 {
    blake3::hash(text.as_bytes()).as_bytes().iter().take(4).fold(0, |seal, byte| seal << 8 | u32::from(*byte))
}
