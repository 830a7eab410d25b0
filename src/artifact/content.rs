//! The bytes of one file.

use std::borrow::Cow;
use std::sync::Arc;

/// The bytes of one file, whole or yet to be put together.
///
/// A site has a page for every clause, and four fifths of each are the same as in all others. They are held once; a page is
/// put together when it is asked for.
#[derive(Debug, Clone)]
pub enum Content {
    /// The bytes.
    Whole(Arc<[u8]>),
    /// What many files share, and what is the file's own.
    Framed(Framed),
}

/// Texts in turn: the first of the frame, the first of the file's own, the second of the frame, and so on.
#[derive(Debug, Clone)]
pub struct Framed {
    frame: Arc<Frame>,
    own: Box<[u8]>,
    /// Where each text of the file's own ends in `own`, in bytes; one less than the frame has texts.
    ends: Box<[usize]>,
}

/// What many files share: the texts around what differs from one to the next. It may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frame(pub Vec<Box<[u8]>>);

impl Content {
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Whole(bytes) => Cow::Borrowed(bytes),
            Self::Framed(framed) => Cow::Owned(framed.together()),
        }
    }

    /// The bytes, to be kept beyond this value.
    #[must_use]
    pub fn shared(&self) -> Arc<[u8]> {
        match self {
            Self::Whole(bytes) => Arc::clone(bytes),
            Self::Framed(framed) => framed.together().into(),
        }
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

impl Framed {
    /// A file in a frame. `own` are its texts, in order: one for each gap of the frame; of more, or fewer, those that have a
    /// gap are shown.
    pub fn new<'a>(frame: &Arc<Frame>, own: impl Iterator<Item = &'a str>) -> Self {
        let (mut all, mut ends) = (Vec::new(), Vec::with_capacity(frame.0.len()));
        for text in own {
            all.extend_from_slice(text.as_bytes());
            ends.push(all.len());
        }
        Self { frame: Arc::clone(frame), own: all.into(), ends: ends.into() }
    }

    fn together(&self) -> Vec<u8> {
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
        let frame = Arc::new(Frame(frame.iter().map(|text| text.as_bytes().into()).collect()));
        let content = Content::Framed(Framed::new(&frame, own.iter().copied()));
        assert_eq!(content.bytes(), &*content.shared());
        String::from_utf8(content.bytes().into_owned()).unwrap()
    }

    #[test]
    fn a_file_is_the_frame_with_its_own_texts_in_the_gaps() {
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
    fn contents_are_the_same_when_their_bytes_are() {
        let frame = Arc::new(Frame(vec![b"a".as_slice().into(), b"c".as_slice().into()]));
        let framed = Content::Framed(Framed::new(&frame, ["b"].into_iter()));
        assert_eq!(framed, Content::Whole(Arc::from(*b"abc")));
        assert_ne!(framed, Content::Whole(Arc::from(*b"abd")));
    }
}
