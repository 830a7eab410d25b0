//! Bigrams, and the share of them that two texts have in common.

/// Sorted bigrams with repetitions.
pub(super) type Bigrams = Vec<u32>;

/// Adds the bigrams of a text, up to `left` characters. A text of one character counts as one bigram.
pub(super) fn push_grams(text: &str, left: &mut usize, grams: &mut Bigrams) {
    let mut last = None;
    let mut count = 0;
    for c in text.chars().take(*left) {
        if let Some(last) = last {
            grams.push(gram(last, c));
        }
        last = Some(c);
        count += 1;
    }
    if let (1, Some(only)) = (count, last) {
        grams.push(gram(only, '\0'));
    }
    *left -= count;
}

/// A number for two characters. It is unique for those of the basic plane; others rarely collide.
fn gram(first: char, second: char) -> u32 {
    u32::from(first) << 16 ^ u32::from(second)
}

/// Dice's coefficient of two multisets of bigrams: twice the number of common ones, divided by the number of all; 0 to 1.
pub(super) fn dice(a: &[u32], b: &[u32]) -> f64 {
    let all = a.len() + b.len();
    if all == 0 { 1.0 } else { 2.0 * shared(a, b) as f64 / all as f64 }
}

/// The number of common bigrams.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
    let mut rest = b.iter().peekable();
    let is_shared = |gram: &&u32| {
        while rest.next_if(|other| *other < *gram).is_some() {}
        rest.next_if(|other| *other == *gram).is_some()
    };
    a.iter().filter(is_shared).count()
}

/// The bigrams of `a` that `b` does not have.
pub(super) fn without(a: &[u32], b: &[u32]) -> Bigrams {
    let mut rest = b.iter().peekable();
    let mut left = Bigrams::with_capacity(a.len());
    for gram in a {
        while rest.next_if(|other| *other < gram).is_some() {}
        if rest.next_if(|other| *other == gram).is_none() {
            left.push(*gram);
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similarity_is_the_share_of_common_bigrams() {
        let grams = |text: &str| {
            let mut grams = Vec::new();
            push_grams(text, &mut 1_000, &mut grams);
            grams.sort_unstable();
            grams
        };
        for (a, b, expected) in [
            ("市民の声", "市民の声", 1.0),
            ("市民の声", "市民の目", 2.0 * 2.0 / 6.0),
            ("市民", "職員", 0.0),
            ("甲", "甲", 1.0),
            ("甲", "乙", 0.0),
            ("", "", 1.0),
            ("ああああ", "ああ", 2.0 / 4.0),
        ] {
            assert_eq!(dice(&grams(a), &grams(b)), expected, "{a} {b}");
        }
    }
}
