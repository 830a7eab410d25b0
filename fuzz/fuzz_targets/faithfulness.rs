//! A clause and a post about it, divided by a form feed: nothing panics.

#![no_main]

use hoshin::snippet::faithfulness::{Names, SourceClause, SourceContext};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (clause, post) = text.split_once('\x0c').unwrap_or((text, text));
    let names = Names::default();
    let source = SourceClause::new(clause, SourceContext::new(&names));
    for remark in source.check(post).remarks {
        let _ = remark.code();
    }
});
