//! A line of the list of the site that tells of a release.

use std::borrow::Cow;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::diagnostic::{Finding, catalogue};
use crate::policy::Release;

/// The line, with its keys in the order in which they are written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReleaseLine<'a> {
    release: u32,
    #[serde(borrow)]
    moment: Cow<'a, str>,
    #[serde(borrow)]
    inputs: Cow<'a, str>,
    /// Checked on the text of the line.
    #[serde(rename = "seal", skip_serializing)]
    _seal: IgnoredAny,
}

impl<'a> ReleaseLine<'a> {
    /// The start of such a line.
    pub(super) const START: &'static str = r#"{"release":"#;

    pub(super) fn new(release: &'a Release) -> Self {
        Self {
            release: release.number,
            moment: release.moment.to_string().into(),
            inputs: (&*release.inputs).into(),
            _seal: IgnoredAny,
        }
    }

    /// # Errors
    /// The first value that cannot be right.
    pub(super) fn into_release(self) -> Result<Release, Box<Finding>> {
        let moment = self.moment.parse();
        let moment = moment.map_err(|_| Box::new(catalogue::lock_value(&format!("moment: {}", self.moment))))?;
        Ok(Release { number: self.release, moment, inputs: self.inputs.into_owned() })
    }
}
