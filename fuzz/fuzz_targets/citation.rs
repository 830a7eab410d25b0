//! Citations: any text is read, its place is looked up in a document, and every place of that document finds itself.

#![no_main]

use std::sync::OnceLock;

use hoshin::policy::{Citation, PlaceMatch, Places, dates_in};
use hoshin_fuzz::body;
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "前文です。\n\n## 第1章　総則\n\n第1条　目的\n\n２　二項\n\n(1) 一号\n\n(2) 二号\n\n第2条の2　枝番\n\n## 第2章　取組\n\n- 甲\n- 乙\n\n\
                    | a | b |\n|---|---|\n| c | d |\n\n附則\n\n1 施行\n\n別表第1\n\n1 表の項\n";

static PLACES: OnceLock<Places> = OnceLock::new();

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let places = PLACES.get_or_init(|| {
        let places = Places::of(&body(TEXT).0);
        for place in places.all() {
            assert!(matches!(places.find(&place.written), PlaceMatch::One(found) if found == place), "{place:?}");
        }
        places
    });
    for reading in Citation::readings(text) {
        let _ = places.find(&reading.place);
        let _ = places.nearest(&reading.place);
    }
    let _ = places.find(text);
    for date in dates_in(text) {
        assert!(text.get(date.range.clone()).is_some());
    }
});
