//! Numbers as short text that needs no escapes in a string of a script.
//!
//! The digits 0 to 91 are the 92 printable ASCII characters except the space, `"` and `\`. A digit below 60 ends a number. After a
//! digit `d` from 60 on, the number is `d + 32 × (the number that follows)`. So numbers below 60 take one character, below
//! 1,980 two, below 63,420 three.

/// The first digit after which more digits follow.
const END: u32 = 60;
const MORE: u32 = 32;

/// Adds a number.
pub(super) fn push(out: &mut Vec<u8>, mut number: u32) {
    while number >= END {
        let rest = number - END;
        out.push(character(END + rest % MORE));
        number = rest / MORE;
    }
    out.push(character(number));
}

fn character(digit: u32) -> u8 {
    // A digit is at most 91, so it fits.
    let code = u8::try_from(digit).unwrap_or(0) + b'!';
    // `"` and `\` are skipped.
    match code + u8::from(code >= b'"') {
        code if code >= b'\\' => code + 1,
        code => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(number: u32) -> String {
        let mut out = Vec::new();
        push(&mut out, number);
        String::from_utf8(out).unwrap()
    }

    /// As `search.js` reads it.
    fn read(text: &str) -> u32 {
        let (mut number, mut unit) = (0, 1);
        for code in text.bytes().map(u32::from) {
            let digit = code - 33 - u32::from(code > 34) - u32::from(code > 92);
            number += digit * unit;
            unit *= 32;
            assert_eq!(digit < 60, unit == 32_u32.pow(u32::try_from(text.len()).unwrap()), "{text} ends too early");
        }
        number
    }

    #[test]
    fn small_numbers_are_short() {
        for (number, expected) in
            [(0, "!"), (1, "#"), (57, "["), (58, "]"), (59, "^"), (60, "_!"), (91, "~!"), (92, "_#")]
        {
            assert_eq!(written(number), expected, "{number}");
        }
        assert_eq!([1_979, 1_980, 63_419, 63_420].map(|number| written(number).len()), [2, 3, 3, 4]);
    }

    #[test]
    fn numbers_are_read_back() {
        for number in (0..5_000).chain([65_535, 1_000_000, 40_000_000]) {
            let text = written(number);
            assert!(!text.contains(['"', '\\', ' ']), "{text}");
            assert_eq!(read(&text), number);
        }
    }
}
