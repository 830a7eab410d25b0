//! Hands the newest snapshot from the loop that makes it to the server.

use std::sync::Arc;

use tokio::sync::watch;

use super::snapshot::Snapshot;

/// Holds the newest snapshot.
#[derive(Debug)]
pub struct SnapshotChannel(watch::Sender<Arc<Snapshot>>);

impl SnapshotChannel {
    /// A channel with its first snapshot.
    #[must_use]
    pub fn new(first: Arc<Snapshot>) -> Self {
        Self(watch::Sender::new(first))
    }

    /// Replaces the snapshot by a newer one.
    pub fn show(&self, next: Arc<Snapshot>) {
        self.0.send_replace(next);
    }

    /// The newest snapshot.
    #[must_use]
    pub fn newest(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.borrow())
    }

    pub(super) fn subscribe(&self) -> watch::Receiver<Arc<Snapshot>> {
        self.0.subscribe()
    }
}
