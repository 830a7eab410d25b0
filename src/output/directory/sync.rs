//! Making sure that the new tree is on the disk before the old one goes.

use std::io;
use std::path::Path;

/// Waits until the tree is on the disk.
#[cfg(target_os = "linux")]
pub(super) fn to_disk(root: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(std::fs::File::open(root)?)?)
}

#[cfg(not(target_os = "linux"))]
pub(super) fn to_disk(_: &Path) -> io::Result<()> {
    Ok(())
}
