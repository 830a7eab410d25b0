//! How long a label of a domain is when it is encoded (RFC 3492): X takes no link whose labels are too long.

/// An encoded label is never shorter than the label; a domain takes labels of up to 63 bytes. Longer ones are not encoded,
/// because that takes time that grows with the square of the length.
const MOST_CHARACTERS: usize = 256;

/// The bytes of a label as `punycode.toASCII` 1.4.1 writes it: ideographic full stops separate labels there, too. `None` if
/// it is far too long.
pub(super) fn label_length(label: &str) -> Option<usize> {
    if label.chars().nth(MOST_CHARACTERS).is_some() {
        return None;
    }
    let parts = label.split(['\u{3002}', '\u{FF0E}', '\u{FF61}']).map(encoded);
    Some(parts.collect::<Option<Vec<String>>>()?.join(".").len())
}

fn encoded(part: &str) -> Option<String> {
    if part.is_ascii() { Some(part.to_owned()) } else { Some(format!("xn--{}", idna::punycode::encode_str(part)?)) }
}

#[cfg(test)]
mod tests {
    use super::label_length;

    #[test]
    fn lengths_of_labels() {
        for (label, expected) in [
            ("example", "example"),
            ("bücher", "xn--bcher-kva"),
            ("日本語", "xn--wgv71a119e"),
            ("みんな", "xn--q9jyb4c"),
            ("例え。www", "xn--r8jz45g.www"),
            ("", ""),
        ] {
            assert_eq!(label_length(label), Some(expected.len()), "{label}");
        }
        assert_eq!(label_length(&"本".repeat(257)), None);
    }
}
