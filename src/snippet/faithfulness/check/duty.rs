//! Duties and requests: a clause orders the city's own staff; a post must not turn it into a duty of the reader.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::lexicon::Class;
use crate::snippet::faithfulness::reading::Reading;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for (unit, mark) in reading.new_words(Class::Duty) {
        found.push(catalogue::post_duty(&unit.text.text(mark.start, mark.end)), unit.bytes(mark.start, mark.end));
    }
    for (unit, mark) in reading.new_words(Class::Request) {
        found.push(catalogue::post_request(&unit.text.text(mark.start, mark.end)), unit.bytes(mark.start, mark.end));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn nobody_is_told_to_do_anything() {
        table(
            &["post-duty", "post-request"],
            &[
                ("登録者を増やすこと。", "登録者を増やします。", ""),
                ("登録者を増やすこと。", "登録しなければなりません。", "post-duty"),
                ("登録者を増やすこと。", "ぜひ登録してください。", "post-request"),
                ("両立させる必要がある。", "両立させる必要があります。", ""),
            ],
        );
    }
}
