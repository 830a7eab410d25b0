//! The success criteria in English: the names of WCAG 2.2 (W3C Recommendation, 5 October 2023), 4.1.1 of WCAG 2.0 (11 December 2008).

/// The English name of a criterion; empty for a number that is none.
pub(super) fn english_name(number: &str) -> &'static str {
    NAMES.iter().find(|(known, _)| *known == number).map_or("", |(_, name)| name)
}

/// The English for what a program can tell of a criterion.
pub(super) fn english_note(ja: &'static str) -> &'static str {
    NOTES.iter().find(|(known, _)| *known == ja).map_or(ja, |(_, note)| note)
}

const NAMES: [(&str, &str); 56] = [
    ("1.1.1", "Non-text Content"),
    ("1.2.1", "Audio-only and Video-only (Prerecorded)"),
    ("1.2.2", "Captions (Prerecorded)"),
    ("1.2.3", "Audio Description or Media Alternative (Prerecorded)"),
    ("1.2.4", "Captions (Live)"),
    ("1.2.5", "Audio Description (Prerecorded)"),
    ("1.3.1", "Info and Relationships"),
    ("1.3.2", "Meaningful Sequence"),
    ("1.3.3", "Sensory Characteristics"),
    ("1.3.4", "Orientation"),
    ("1.3.5", "Identify Input Purpose"),
    ("1.4.1", "Use of Color"),
    ("1.4.2", "Audio Control"),
    ("1.4.3", "Contrast (Minimum)"),
    ("1.4.4", "Resize Text"),
    ("1.4.5", "Images of Text"),
    ("1.4.10", "Reflow"),
    ("1.4.11", "Non-text Contrast"),
    ("1.4.12", "Text Spacing"),
    ("1.4.13", "Content on Hover or Focus"),
    ("2.1.1", "Keyboard"),
    ("2.1.2", "No Keyboard Trap"),
    ("2.1.4", "Character Key Shortcuts"),
    ("2.2.1", "Timing Adjustable"),
    ("2.2.2", "Pause, Stop, Hide"),
    ("2.3.1", "Three Flashes or Below Threshold"),
    ("2.4.1", "Bypass Blocks"),
    ("2.4.2", "Page Titled"),
    ("2.4.3", "Focus Order"),
    ("2.4.4", "Link Purpose (In Context)"),
    ("2.4.5", "Multiple Ways"),
    ("2.4.6", "Headings and Labels"),
    ("2.4.7", "Focus Visible"),
    ("2.4.11", "Focus Not Obscured (Minimum)"),
    ("2.5.1", "Pointer Gestures"),
    ("2.5.2", "Pointer Cancellation"),
    ("2.5.3", "Label in Name"),
    ("2.5.4", "Motion Actuation"),
    ("2.5.7", "Dragging Movements"),
    ("2.5.8", "Target Size (Minimum)"),
    ("3.1.1", "Language of Page"),
    ("3.1.2", "Language of Parts"),
    ("3.2.1", "On Focus"),
    ("3.2.2", "On Input"),
    ("3.2.3", "Consistent Navigation"),
    ("3.2.4", "Consistent Identification"),
    ("3.2.6", "Consistent Help"),
    ("3.3.1", "Error Identification"),
    ("3.3.2", "Labels or Instructions"),
    ("3.3.3", "Error Suggestion"),
    ("3.3.4", "Error Prevention (Legal, Financial, Data)"),
    ("3.3.7", "Redundant Entry"),
    ("3.3.8", "Accessible Authentication (Minimum)"),
    ("4.1.1", "Parsing"),
    ("4.1.2", "Name, Role, Value"),
    ("4.1.3", "Status Messages"),
];

const NOTES: [(&str, &str); 16] = [
    ("idの重なりがないことを試験", "Tested that no id occurs twice"),
    ("全てのページに言語の指定がある", "Every page states its language"),
    ("向きを固定する指定がない", "Nothing fixes the orientation"),
    ("幅320pxで横スクロールがないことを試験", "Tested that nothing scrolls sideways at 320 px"),
    ("幅320px（400%拡大に相当）で試験", "Tested at 320 px, which is 400 % zoom"),
    ("文字の色を明暗両方の配色で計算", "Colours of text computed, light and dark"),
    ("最初のリンクで本文へ移れることを試験", "Tested that the first link leads to the content"),
    ("題名のない文書は公開されない", "No document is published without a title"),
    ("そのような表示がない", "Nothing of the kind"),
    ("ショートカットがない", "No shortcuts"),
    ("利用者の認証がない", "No authentication"),
    ("制限時間がない", "No time limits"),
    ("動く表示がない", "Nothing moves"),
    ("押す以外の操作を求めるものがない", "Nothing asks for more than a press"),
    ("申込みや送信の入力欄がない", "No forms to send"),
    ("音声・動画を置く仕組みがない", "No audio or video"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{CRITERIA, Judge};

    #[test]
    fn every_criterion_is_named_and_judged_in_english() {
        for criterion in CRITERIA {
            assert!(!english_name(criterion.number).is_empty(), "{}", criterion.number);
            if let Judge::Machine(note) | Judge::Nothing(note) = criterion.judge {
                assert!(english_note(note).is_ascii(), "{note}");
            }
        }
    }
}
