//! Reading Japanese: numerals, eras, signs that count, width.
//!
//! All rooms read numbers and years here. So labels, citations, dates, searches and posts read every form alike. Nothing here
//! knows of documents or clauses.
//!
//! ```text
//! numeral    12, １２, 十二, 一〇, 二千; の2; 1億2,000万
//! era        令和8, ㋿八, 令元, R8
//! sign       ①, ⑴, Ⅱ, ア, イ of イロハ, a
//! width      full and half width, spaces, compositions
//! ```

mod era;
mod numeral;
mod sign;
mod width;

#[cfg(test)]
pub(crate) mod testing;

pub use era::{Era, EraSpelling, EraYear, era_year, may_start_era};
pub use numeral::{Amount, Numeral, Script, amount, branch, is_kanji_numeral, kanji_digit, numeral};
pub use sign::{
    Enclosure, RomanCase, alphabet_value, circled_kana_value, enclosed_number, iroha_value, kana_value, roman_letters,
    roman_number,
};
pub use width::{
    each_folded, folded, is_hiragana, is_kanji, is_katakana, is_mark, narrow, squeezed, squeezed_keeping_signs, widened,
};
