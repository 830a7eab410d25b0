//! The record of a document's addresses: what is read is written again, and reads the same.

#![no_main]

use hoshin::address::{read_list, read_record};
use hoshin::diagnostic::SourceFile;
use hoshin_fuzz::assert_findings_in_file;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let file = SourceFile::new("content/r8/a.lock", text);
    match read_record(&file) {
        Ok(record) => {
            let written = record.to_text();
            let again = read_record(&SourceFile::new("content/r8/a.lock", &*written));
            assert_eq!(again.map(|record| record.to_text()).ok(), Some(written));
        }
        Err(found) => assert_findings_in_file(&found),
    }
    match read_list(&file) {
        Ok(list) => {
            let written = list.to_text();
            let again = read_list(&SourceFile::new("content/site.lock", &*written));
            assert_eq!(again.map(|list| list.to_text()).ok(), Some(written));
        }
        Err(found) => assert_findings_in_file(&found),
    }
});
