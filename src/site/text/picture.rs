//! The size of a picture, so that the page does not jump when it arrives.

/// Width and height in pixels of a PNG, GIF, JPEG, WebP or SVG; none for other formats and for files that end too early.
pub(crate) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    match imagesize::blob_size(bytes) {
        Ok(size) => Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?)),
        Err(_) => svg(bytes),
    }
}

/// SVG 2, §8.2: `width` and `height` in pixels where both are stated so, or the size of the `viewBox`.
fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    // The element begins near the head of the file, behind a declaration and comments.
    let head = bytes.get(..bytes.len().min(SVG_HEAD))?;
    let text = String::from_utf8_lossy(head);
    let (_, element) = text.split_once("<svg")?;
    let (element, _) = element.split_once('>')?;
    let stated = || Some((pixels(attribute(element, "width")?)?, pixels(attribute(element, "height")?)?));
    let viewed = || {
        let mut numbers = attribute(element, "viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
        Some((pixels(numbers.next()?)?, pixels(numbers.next()?)?))
    };
    stated().or_else(viewed)
}

/// How far into a file the element is looked for, in bytes.
const SVG_HEAD: usize = 4096;

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = element;
    loop {
        let (before, after) = rest.split_once(name)?;
        rest = after;
        let value = after.trim_start().strip_prefix('=').map(str::trim_start);
        if let (true, Some(value)) = (before.ends_with(char::is_whitespace), value) {
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            return value.get(1..)?.split(quote).next();
        }
    }
}

/// A length in pixels, rounded; none for other units and for what is no size.
fn pixels(length: &str) -> Option<u32> {
    let number = length.trim();
    let number: f64 = number.strip_suffix("px").unwrap_or(number).parse().ok()?;
    let is_size = (1.0..=100_000.0).contains(&number);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 100,000")]
    is_size.then(|| number.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_is_read_from_the_head_of_the_file() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0";
        let gif = b"GIF89a\x40\x01\xf0\x00\0\0\0";
        let webp = b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0";
        let jpeg = b"\xff\xd8\xff\xe0\x00\x04xx\xff\xc4\x00\x03x\xff\xc2\x00\x11\x08\x01\xe0\x02\x80";
        for (bytes, expected) in [
            (&png[..], Some((640, 480))),
            (&gif[..], Some((320, 240))),
            (&jpeg[..], Some((640, 480))),
            (&webp[..], Some((640, 480))),
            (&png[..20], None),
            (&jpeg[..12], None),
            (b"\xff\xd8\xff\xe0\x00\x00\xff\xe0\x00\x00", None),
            (b"<svg/>", None),
            (
                b"<?xml version='1.0'?><!-- a --><svg xmlns=\"x\" width=\"320\" height='160.4px' viewBox=\"0 0 1 1\">",
                Some((320, 160)),
            ),
            (b"<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 640,480\">", Some((640, 480))),
            (b"<svg stroke-width=\"2\" height=\"9\">", None),
            (b"<svg width=\"-1\" height=\"9\">", None),
            (b"<svg width=10 height=9>", None),
            ("<svg \u{3042}width=\"".as_bytes(), None),
            (b"", None),
        ] {
            assert_eq!(size(bytes), expected);
        }
    }
}
