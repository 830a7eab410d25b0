//! How long a label of a domain is when it is encoded (RFC 3492): X takes no link whose labels are too long.

/// The bytes of a label as `punycode.toASCII` 1.4.1 writes it: ideographic full stops separate labels there, too.
pub(super) fn label_length(label: &str) -> usize {
    let parts = label.split(['\u{3002}', '\u{FF0E}', '\u{FF61}']);
    parts.map(|part| if part.is_ascii() { part.len() } else { "xn--".len() + encoded_length(part) } + 1).sum::<usize>()
        - 1
}

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;

/// The number of bytes of the encoding, without the prefix. Labels of more characters than fit are counted no further.
fn encoded_length(label: &str) -> usize {
    let points: Vec<u32> = label.chars().map(u32::from).collect();
    let basic = points.iter().filter(|point| **point < 0x80).count();
    let mut length = if basic > 0 { basic + 1 } else { 0 };
    if points.len() > TOO_LONG {
        return length.max(TOO_LONG);
    }
    let (mut handled, mut n, mut delta, mut bias) = (basic, 0x80, 0u32, 72);
    while handled < points.len() {
        let Some(next) = points.iter().copied().filter(|point| *point >= n).min() else { break };
        delta += (next - n) * as_u32(handled + 1);
        n = next;
        for point in &points {
            if *point < n {
                delta += 1;
            }
            if *point == n {
                length += digits(delta, bias);
                bias = adapted(delta, as_u32(handled + 1), handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        n += 1;
    }
    length
}

/// No label of so many characters can be valid; the numbers below stay small.
const TOO_LONG: usize = 256;

fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// How many digits a number takes.
fn digits(mut number: u32, bias: u32) -> usize {
    let (mut k, mut count) = (BASE, 1);
    loop {
        let threshold = if k <= bias {
            T_MIN
        } else if k >= bias + T_MAX {
            T_MAX
        } else {
            k - bias
        };
        if number < threshold {
            return count;
        }
        number = (number - threshold) / (BASE - threshold);
        count += 1;
        k += BASE;
    }
}

fn adapted(delta: u32, handled: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / handled;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
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
            assert_eq!(label_length(label), expected.len(), "{label}");
        }
    }
}
