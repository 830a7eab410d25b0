//! Templates that are rendered once, with marks in the place of their values, and cut there.

/// Around the number of a value. A private character (plane 15), which templates and settings do not contain; where one does,
/// the text around it is shown as it is.
const MARK: char = '\u{F0000}';

/// A rendered template, cut at its values.
#[derive(Debug)]
pub(crate) struct CutTemplate {
    /// The texts around the values: one more than there are values.
    pub(crate) texts: Vec<Box<str>>,
    /// The number of the value behind each text.
    pub(crate) values: Vec<usize>,
}

/// The mark of a value.
pub(crate) fn mark(number: usize) -> String {
    format!("{MARK}{number}{MARK}")
}

/// Cuts a rendered template that has so many values. Every second part stands between two marks; where it is no number of a
/// value, it is text.
pub(crate) fn cut(rendered: &str, count: usize) -> CutTemplate {
    let (mut texts, mut values) = (vec![String::new()], Vec::new());
    for (index, part) in rendered.split(MARK).enumerate() {
        match part.parse::<usize>().ok().filter(|number| index % 2 == 1 && *number < count) {
            Some(number) => {
                values.push(number);
                texts.push(String::new());
            }
            None => texts.iter_mut().last().into_iter().for_each(|text| text.push_str(part)),
        }
    }
    CutTemplate { texts: texts.into_iter().map(String::into_boxed_str).collect(), values }
}
