//! Reading `pairs.yaml`.

use serde::Deserialize;

/// Posts beside one clause.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub clause: String,
    pub posts: Vec<Pair>,
}

/// A post and whether it is faithful.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    pub kind: String,
    pub verdict: Verdict,
    pub post: String,
    /// The codes it gets.
    #[serde(default)]
    pub expect: Vec<String>,
    /// Whether it was written after the checks were finished.
    #[serde(default)]
    pub held_out: bool,
}

#[derive(Debug, Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Faithful,
    Unfaithful,
}

pub fn read() -> Vec<Group> {
    serde_yaml::from_str(include_str!("pairs.yaml")).unwrap()
}
