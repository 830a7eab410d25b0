//! The containers of blocks that are open while events are read: lists, items, quotations, footnotes.
//!
//! Nesting is bounded here, so that every later pass may recurse.

use crate::diagnostic::SourceFile;

use super::node::{ListItem, MarkdownNode, Note};
use super::syntax;

/// Lists, items and quotations nested deeper than this are shown at this depth.
pub(super) const MAX_DEPTH: usize = 32;

pub(super) enum ContainerKind {
    Root,
    List(Vec<ListItem>),
    Item,
    Quote,
    Note(Box<str>),
}

struct Container {
    kind: ContainerKind,
    nodes: Vec<MarkdownNode>,
    start: usize,
}

/// The depth of a new container.
#[derive(PartialEq, Eq)]
pub(super) enum Nesting {
    Kept,
    /// The first one deeper than [`MAX_DEPTH`] in its place.
    FirstTooDeep,
    TooDeep,
}

pub(super) struct Containers {
    open: Vec<Container>,
    /// The number of containers open beyond [`MAX_DEPTH`]. Their blocks go to the last one kept.
    beyond: usize,
    notes: Vec<Note>,
}

impl Containers {
    pub(super) fn new(start: usize) -> Self {
        let root = Container { kind: ContainerKind::Root, nodes: Vec::new(), start };
        Self { open: vec![root], beyond: 0, notes: Vec::new() }
    }

    pub(super) fn enter(&mut self, kind: ContainerKind, start: usize) -> Nesting {
        if self.open.len() <= MAX_DEPTH {
            self.open.push(Container { kind, nodes: Vec::new(), start });
            return Nesting::Kept;
        }
        self.beyond += 1;
        if self.beyond == 1 { Nesting::FirstTooDeep } else { Nesting::TooDeep }
    }

    /// Closes the innermost container at a byte of the file.
    pub(super) fn leave(&mut self, file: &SourceFile, end: usize) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        if self.open.len() < 2 {
            return;
        }
        let Some(Container { kind, nodes, start }) = self.open.pop() else { return };
        match kind {
            ContainerKind::Root => {}
            ContainerKind::List(items) => self.push(MarkdownNode::List(items)),
            ContainerKind::Quote => self.push(MarkdownNode::Quote(nodes)),
            ContainerKind::Note(name) => self.notes.push(Note { name, nodes, range: start..end }),
            ContainerKind::Item => {
                let item = ListItem { marker: syntax::list_marker(file, start), nodes, range: start..end };
                if let Some(Container { kind: ContainerKind::List(items), .. }) = self.open.last_mut() {
                    items.push(item);
                }
            }
        }
    }

    /// Tells if a quotation is open.
    pub(super) fn is_quoted(&self) -> bool {
        self.open.iter().any(|container| matches!(container.kind, ContainerKind::Quote))
    }

    /// Puts a block into the innermost container.
    pub(super) fn push(&mut self, node: MarkdownNode) {
        let Some(container) = self.open.last_mut() else { return };
        match &mut container.kind {
            // Only beyond the depth that is kept can a list receive anything but items.
            ContainerKind::List(items) => {
                let start = container.start;
                items.push(ListItem { marker: "-".to_owned(), nodes: vec![node], range: start..start });
            }
            _ => container.nodes.push(node),
        }
    }

    /// Closes all containers. Returns the blocks outside of them, and the footnotes.
    pub(super) fn finish(mut self, file: &SourceFile) -> (Vec<MarkdownNode>, Vec<Note>) {
        while self.open.len() > 1 {
            self.leave(file, file.text.len());
        }
        (self.open.pop().map_or_else(Vec::new, |root| root.nodes), self.notes)
    }
}
