//! Duties and requests: a clause orders the city's own staff, so that a post must not turn it into a duty of the reader.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;
use crate::snippet::faithfulness::lexicon::Class;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    for (text, mark) in comparison.new_words(Class::Duty) {
        remarks.push_at(text, mark.range(), catalogue::post_duty);
    }
    for (text, mark) in comparison.new_words(Class::Request) {
        remarks.push_at(text, mark.range(), catalogue::post_request);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn an_added_duty_or_request_is_reported() {
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
