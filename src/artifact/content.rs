//! The bytes of one file.

use std::borrow::Cow;
use std::sync::Arc;

/// The bytes of one file, whole or still to be assembled.
///
/// A site has a page for every clause, and four fifths of each page are the same in all of them. The common part is held once; a
/// page is assembled on demand.
#[derive(Debug, Clone)]
pub enum FileContent {
    /// The bytes.
    Whole(Arc<[u8]>),
    /// A common frame with the texts of the file.
    Framed(FramedContent),
}

/// Alternating texts: the first of the frame, the first of the file, the second of the frame, and so on.
#[derive(Debug, Clone)]
pub struct FramedContent {
    frame: Arc<SharedFrame>,
    own: Box<[u8]>,
    /// The end of each text in `own`, in bytes. There is one less than the frame has texts.
    ends: Box<[usize]>,
}

/// The texts that many files have in common, with a gap between each two. There may be none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharedFrame(pub Vec<Box<[u8]>>);

impl FileContent {
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Whole(bytes) => Cow::Borrowed(bytes),
            Self::Framed(framed) => Cow::Owned(framed.assembled()),
        }
    }

    /// The bytes, shared with the caller.
    #[must_use]
    pub fn shared(&self) -> Arc<[u8]> {
        match self {
            Self::Whole(bytes) => Arc::clone(bytes),
            Self::Framed(framed) => framed.assembled().into(),
        }
    }
}

impl PartialEq for FileContent {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

impl FramedContent {
    /// A file in a frame. `own` are the texts for the gaps of the frame, in order. Texts without a gap are left out; gaps without a
    /// text stay empty.
    pub fn new<'a>(frame: &Arc<SharedFrame>, own: impl Iterator<Item = &'a str>) -> Self {
        let (mut all, mut ends) = (Vec::new(), Vec::with_capacity(frame.0.len()));
        for text in own {
            all.extend_from_slice(text.as_bytes());
            ends.push(all.len());
        }
        Self { frame: Arc::clone(frame), own: all.into(), ends: ends.into() }
    }

    fn assembled(&self) -> Vec<u8> {
        let shared: usize = self.frame.0.iter().map(|text| text.len()).sum();
        let mut out = Vec::with_capacity(shared + self.own.len());
        let mut start = 0;
        let mut ends = self.ends.iter();
        for (index, text) in self.frame.0.iter().enumerate() {
            if index > 0
                && let Some(&end) = ends.next()
            {
                out.extend_from_slice(&self.own[start..end]);
                start = end;
            }
            out.extend_from_slice(text);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framed(frame: &[&str], own: &[&str]) -> String {
        let frame = Arc::new(SharedFrame(frame.iter().map(|text| text.as_bytes().into()).collect()));
        let content = FileContent::Framed(FramedContent::new(&frame, own.iter().copied()));
        assert_eq!(content.bytes(), &*content.shared());
        String::from_utf8(content.bytes().into_owned()).unwrap()
    }

    #[test]
    fn a_framed_file_has_its_texts_in_the_gaps() {
        let table: [(&[&str], &[&str], &str); 6] = [
            (&["<p>", "</p>"], &["方針"], "<p>方針</p>"),
            (&["", "", "。"], &["政策", "経営部"], "政策経営部。"),
            (&["a", "b"], &[""], "ab"),
            (&["a"], &[], "a"),
            (&["a", "b", "c"], &["1"], "a1bc"),
            (&["a", "b"], &["1", "2"], "a1b"),
        ];
        for (frame, own, expected) in table {
            assert_eq!(framed(frame, own), expected);
        }
    }

    #[test]
    fn contents_are_equal_if_their_bytes_are() {
        let frame = Arc::new(SharedFrame(vec![b"a".as_slice().into(), b"c".as_slice().into()]));
        let framed = FileContent::Framed(FramedContent::new(&frame, ["b"].into_iter()));
        assert_eq!(framed, FileContent::Whole(Arc::from(*b"abc")));
        assert_ne!(framed, FileContent::Whole(Arc::from(*b"abd")));
    }
}
