//! All messages of hoshin, in Japanese and English. Findings get their wording only here.
//!
//! There is one file for each room; `source` has four (`source`, `yaml`, `values`, `picture`), `check` two (`check`,
//! `reading`), and `faithfulness` is divided by subject. Each entry makes a [`Code`] and a function that fills in the
//! sentence. `hint` adds "did you mean", and `words` has the words that complete sentences. `why` belongs to the code.
//! The explain page with bad and good examples is `diagnostic/explain/<code>.md`.

use super::Code;

/// Declares findings: a code, its severity (`Fatal` is an error that `site.yaml` may not lower) and its sentences.
macro_rules! findings {
    (@severity Fatal) => { $crate::diagnostic::Severity::Error };
    (@severity $severity:ident) => { $crate::diagnostic::Severity::$severity };
    (@adjustable Fatal) => { false };
    (@adjustable $severity:ident) => { true };
    (@sentence $lang:ident, $template:literal, $($arg:ident)*) => {{
        $(
            let $arg = $crate::diagnostic::catalogue::in_language::InLanguage::in_language(&$arg, $crate::diagnostic::Lang::$lang);
            let _ = &$arg;
        )*
        format!($template)
    }};
    ($(
        $(#[$doc:meta])*
        $code:ident = $id:literal, $severity:ident, fn $name:ident($($arg:ident: $type:ty),* $(,)?) {
            ja: $ja:literal, $ja_why:literal, $ja_help:literal;
            en: $en:literal, $en_why:literal, $en_help:literal;
        }
    )*) => {
        $(
            $(#[$doc])*
            pub static $code: $crate::diagnostic::Code = $crate::diagnostic::Code {
                id: $id,
                severity: findings!(@severity $severity),
                adjustable: findings!(@adjustable $severity),
                why_ja: $ja_why,
                why_en: $en_why,
                page: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/diagnostic/explain/", $id, ".md")),
            };

            $(#[$doc])*
            pub fn $name($($arg: $type),*) -> $crate::diagnostic::Finding {
                $crate::diagnostic::Finding {
                    code: &$code,
                    text: $crate::diagnostic::Bilingual {
                        ja: findings!(@sentence Ja, $ja, $($arg)*),
                        en: findings!(@sentence En, $en, $($arg)*),
                    },
                    help: $crate::diagnostic::Bilingual {
                        ja: findings!(@sentence Ja, $ja_help, $($arg)*),
                        en: findings!(@sentence En, $en_help, $($arg)*),
                    },
                }
            }
        )*

        /// The codes of this file.
        pub(in $crate::diagnostic::catalogue) static CODES: &[&$crate::diagnostic::Code] = &[$(&$code),*];
    };
}

mod address;
mod cascade;
mod check;
mod faithfulness;
mod hint;
mod in_language;
mod ledger;
mod markdown;
mod objective;
mod official_style;
mod output;
mod pasted;
mod picture;
mod preview;
mod reading;
mod reference;
mod release;
mod site;
mod snippet;
mod source;
mod start;
mod values;
mod words;
mod yaml;

pub use address::*;
pub use cascade::*;
pub use check::*;
pub use faithfulness::*;
pub use hint::*;
pub use ledger::*;
pub use markdown::*;
pub use objective::*;
pub use official_style::*;
pub use output::*;
pub use pasted::*;
pub use picture::*;
pub use preview::*;
pub use reading::*;
pub use reference::*;
pub use release::*;
pub use site::*;
pub use snippet::*;
pub use source::*;
pub use start::*;
pub use values::*;
pub use words::*;
pub use yaml::*;

/// All codes, by room and then in the order of their declaration.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    [
        source::CODES,
        yaml::CODES,
        values::CODES,
        picture::CODES,
        markdown::CODES,
        objective::CODES,
        ledger::CODES,
        address::CODES,
        check::CODES,
        pasted::CODES,
        official_style::CODES,
        reading::CODES,
        reference::CODES,
        cascade::CODES,
        snippet::CODES,
        faithfulness::facts::CODES,
        faithfulness::force::CODES,
        faithfulness::scope::CODES,
        faithfulness::form::CODES,
        site::CODES,
        output::CODES,
        release::CODES,
        preview::CODES,
        start::CODES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The code with this name.
#[must_use]
pub fn code(id: &str) -> Option<&'static Code> {
    codes().find(|code| code.id == id)
}

#[cfg(test)]
mod tests {
    use super::codes;

    /// The reason belongs to the code, not to a finding, so it has no placeholders.
    #[test]
    fn reasons_have_no_placeholders() {
        for code in codes() {
            for why in [code.why_ja, code.why_en] {
                let placeholder = why.split('{').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()));
                assert!(!placeholder, "{}: {why}", code.id);
            }
        }
    }
}
