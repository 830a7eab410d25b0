//! The record of the last build: its inputs and its findings. A build of the same inputs does nothing.
//!
//! The record counts only if everything agrees: every byte of the sources, the options, this very program, the moment, and the
//! published folder. A record that cannot be read, or that has another version, does not count.

mod findings;
mod program;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::address::Mode;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, catalogue};
use crate::output::directory::{self, Published, Verified};
use crate::pipeline::{Accounts, Drafts, Moment, Options, Outcome, RecordChanges, ReleaseStanding, Validity, Work};
use crate::source::Tree;
use findings::RecordedFindings;
use program::Program;

/// The version of the record's format; grows with every change of it.
const VERSION: u32 = 4;

/// Digests of everything that the outcome of a build depends on, and the moment.
pub(super) struct Inputs {
    /// Digest of everything but the address records.
    others: String,
    /// The address records, by path relative to the site's folder. The build itself may change them.
    locks: BTreeMap<String, blake3::Hash>,
    now: Moment,
}

/// The last build, as recorded in the work folder.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct BuildRecord {
    form: u32,
    program: Program,
    /// Digest of the inputs.
    inputs: String,
    /// Digest of the published folder's manifest.
    site: String,
    /// The folder's stamp, if it has one.
    stamp: Option<String>,
    zone: String,
    from: Timestamp,
    until: Option<Timestamp>,
    findings: RecordedFindings,
    accounts: Accounts,
    release: ReleaseStanding,
}

impl Inputs {
    /// The inputs of a build.
    pub(super) fn of(tree: &Tree, found: &Diagnostics, options: &Options) -> Self {
        let mut digest = Digest(blake3::Hasher::new());
        digest.part(env!("CARGO_PKG_VERSION").as_bytes());
        digest.part(match options.fails_from {
            Severity::Info => b"info",
            Severity::Warning => b"warning",
            Severity::Error => b"error",
        });
        digest.part(if options.locks == Mode::Release { b"release" } else { b"build" });
        digest.part(if options.drafts == Drafts::Shown { b"drafts" } else { b"public" });
        let mut locks = BTreeMap::new();
        for (path, bytes) in &tree.files {
            if path.ends_with(".lock") {
                locks.insert(path.clone(), blake3::hash(bytes));
                continue;
            }
            digest.part(path.as_bytes());
            digest.part(bytes);
        }
        digest.part(b"ignored");
        for (path, why) in &tree.ignored {
            digest.part(path.as_bytes());
            digest.part(format!("{why:?}").as_bytes());
        }
        digest.part(b"found");
        for finding in found {
            digest.part(format!("{:?}", finding.place).as_bytes());
            digest.part(finding.text.en.as_bytes());
        }
        Self { others: digest.hex(), locks, now: options.now }
    }

    /// The address records as they are on disk.
    pub(super) fn locks(&self) -> &BTreeMap<String, blake3::Hash> {
        &self.locks
    }

    /// Replaces the digests of records that have been written: the next build will read these.
    pub(super) fn rewrite_locks(&mut self, changes: &RecordChanges) {
        let hashed = changes.written.iter().map(|(path, text)| (path.clone(), blake3::hash(text.as_bytes())));
        self.locks.extend(hashed);
        self.locks.retain(|path, _| !changes.removed.contains(path));
    }

    /// One digest of all inputs.
    fn digest(&self) -> String {
        let mut digest = Digest(blake3::Hasher::new());
        digest.part(self.others.as_bytes());
        for (path, hash) in &self.locks {
            digest.part(path.as_bytes());
            digest.part(hash.as_bytes());
        }
        digest.hex()
    }
}

impl BuildRecord {
    /// The record of a build that has just been published.
    pub(super) fn of(inputs: &Inputs, outcome: &Outcome, published: &Published) -> Self {
        Self {
            form: VERSION,
            program: Program::running(),
            inputs: inputs.digest(),
            site: published.digest.clone(),
            stamp: published.stamp.clone(),
            zone: outcome.zone.iana_name().unwrap_or("UTC").to_owned(),
            from: outcome.validity.from,
            until: outcome.validity.until,
            findings: RecordedFindings::of(lasting(outcome)),
            accounts: outcome.accounts.clone(),
            release: outcome.release,
        }
    }

    /// Reads a record; none if there is none that counts.
    pub(super) fn load(path: &Path) -> Option<Self> {
        let record: Self = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
        (record.form == VERSION).then_some(record)
    }

    /// Writes the record in one step.
    pub(super) fn store(&self, path: &Path) -> io::Result<()> {
        let draft = path.with_extension("json.new");
        let mut file = create_private(&draft)?;
        file.write_all(&serde_json::to_vec(self)?)?;
        file.flush()?;
        drop(file);
        fs::rename(&draft, path)
    }

    /// The published folder, if it holds what this build has published, byte by byte. If its stamp is the same, no byte need
    /// be read.
    pub(super) fn published(&self, target: &Path) -> Option<Published> {
        let stamped = self.stamp.as_ref().and_then(|_| directory::stamp(target));
        let (digest, unchanged, stamp) = match stamped {
            Some(now) if self.stamp.as_ref() == Some(&now.digest) => (now.site, now.files, Some(now.digest)),
            _ => match directory::verify(target) {
                Verified::Intact { digest, files, stamp } => (digest, files, stamp),
                _ => return None,
            },
        };
        (digest == self.site).then(|| Published { digest, unchanged, stamp, ..Published::default() })
    }

    /// Records a new stamp of the same folder. If that fails, the next build reads the bytes again.
    pub(super) fn restamp(mut self, stamp: &Option<String>, path: &Path) {
        if self.stamp != *stamp {
            self.program = Program::running();
            self.stamp.clone_from(stamp);
            let _ = self.store(path);
        }
    }

    /// The recorded outcome, if it is that of a build from these inputs. It has no artifacts: they are in the published
    /// folder.
    pub(super) fn outcome(&self, tree: &Tree, inputs: &Inputs) -> Option<Outcome> {
        let zone = TimeZone::get(&self.zone).ok()?;
        let now = inputs.now.in_zone(&zone);
        if !self.program.is_running()
            || self.inputs != inputs.digest()
            || now < self.from
            || self.until.is_some_and(|until| until <= now)
        {
            return None;
        }
        Some(Outcome {
            artifacts: None,
            name: None,
            records: RecordChanges::default(),
            release: self.release,
            diagnostics: self.findings.diagnostics(tree)?,
            accounts: self.accounts.clone(),
            validity: Validity { from: now, until: self.until },
            work: Work::default(),
            zone,
        })
    }
}

/// Creates a file that nobody else can read. The record names drafts and quotes them, and the folder above the published one
/// may be published too.
fn create_private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// The findings that a build of the same files will have again. Findings about addresses that the build has just recorded or
/// replaced are not among them.
fn lasting(outcome: &Outcome) -> impl Iterator<Item = &Diagnostic> {
    let told_once = [catalogue::ADDRESS_WITHDRAWN.id, catalogue::ADDRESS_RETARGETED.id, catalogue::PUBLISHED_NEWER.id];
    outcome.diagnostics.iter().filter(move |finding| !told_once.contains(&finding.code.id))
}

/// A digest of parts. Each part is preceded by its length, so that the parts cannot run into each other.
struct Digest(blake3::Hasher);

impl Digest {
    fn hex(self) -> String {
        self.0.finalize().to_hex().to_string()
    }

    fn part(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }
}
