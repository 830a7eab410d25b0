//! The issuer's name in the front matter against the line as printed, which must contain it.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::japanese::squeezed;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(issuer) = &subject.document.meta.issuer else { return };
    if let (Some(name), Some(line)) = (&issuer.name, &issuer.as_printed)
        && !squeezed(&line.value).contains(&squeezed(name))
    {
        found.push(subject.at(&line.range, catalogue::name_not_as_printed(name, &line.value)));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn the_name_must_stand_in_the_printed_line() {
        for (issuer, expected) in [
            ("name: 井澤邦夫, as_printed: 国分寺市長 井 澤 邦 夫", &[][..]),
            ("name: 井澤　邦夫, as_printed: 国分寺市長 井澤邦夫", &[]),
            ("name: 井澤邦夫", &[]),
            ("as_printed: 国分寺市長 井 澤 邦 夫", &[]),
            ("name: 井沢邦夫, as_printed: 国分寺市長 井 澤 邦 夫", &["r8/a.md:5 name-not-as-printed"]),
            ("name: 見本太郎, as_printed: 国分寺市長 井 澤 邦 夫", &["r8/a.md:5 name-not-as-printed"]),
        ] {
            let text = file(&format!("issuer: {{post: 国分寺市長, {issuer}}}\n"), "本文\n");
            assert_eq!(check_site(&[("r8/a.md", &text)]), expected, "{issuer}");
        }
    }
}
