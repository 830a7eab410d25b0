//! A document that knows the identity of its clauses.

use std::collections::{BTreeMap, BTreeSet};

use crate::random::Random;

const SUBJECTS: [&str; 20] = [
    "市民",
    "職員",
    "公共施設",
    "情報発信",
    "財政運営",
    "業務改革",
    "子育て支援",
    "防災対策",
    "環境政策",
    "地域資源",
    "行政手続",
    "人材育成",
    "個人情報",
    "広報紙",
    "都市計画",
    "健康増進",
    "文化振興",
    "商店街",
    "道路整備",
    "学校教育",
];
const ASPECTS: [&str; 16] = [
    "の計画的な見直し",
    "における連携",
    "の効果的な活用",
    "に関する課題",
    "の持続可能な推進",
    "への丁寧な説明",
    "の一元的な管理",
    "を支える基盤",
    "の現状分析",
    "に係る費用対効果",
    "の将来像",
    "をめぐる社会情勢",
    "の優先順位",
    "に必要な体制",
    "の進行状況",
    "への参加機会",
];
const ENDS: [&str; 10] = [
    "を検証すること",
    "に取り組むこと",
    "を明らかにすること",
    "を徹底すること",
    "を周知すること",
    "に努めること",
    "を整えること",
    "を公表すること",
    "を進めること",
    "を見極めること",
];

/// The identity of a clause. It is never given to another.
pub(crate) type Truth = u32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `## 1 …`
    Section,
    /// `(1) …`
    Numbered,
    /// `・…`
    Bullet,
    /// A paragraph without a label.
    Plain,
}

#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) truth: Truth,
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) authored: Option<String>,
    pub(crate) children: Vec<Node>,
}

/// A document as a tree of clauses with identities.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) sections: Vec<Node>,
    /// The printed number of the first section.
    pub(crate) first: usize,
}

/// Which clauses became which others by splits and merges.
#[derive(Debug, Default)]
pub(crate) struct Lineage {
    last: Truth,
    successors: BTreeMap<Truth, Vec<Truth>>,
}

impl Lineage {
    pub(crate) fn new_truth(&mut self) -> Truth {
        self.last += 1;
        self.last
    }

    pub(crate) fn became(&mut self, old: Truth, new: &[Truth]) {
        self.successors.entry(old).or_default().extend(new);
    }

    /// The clause itself and all clauses that it became by splits and merges.
    pub(crate) fn descendants(&self, truth: Truth) -> BTreeSet<Truth> {
        let mut all = BTreeSet::from([truth]);
        let mut open = vec![truth];
        while let Some(truth) = open.pop() {
            for next in self.successors.get(&truth).into_iter().flatten() {
                if all.insert(*next) {
                    open.push(*next);
                }
            }
        }
        all
    }
}

/// One or two sentences as offices write them.
pub(crate) fn sentence(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..2 + random.below(2) {
        text.push_str(random.pick(&SUBJECTS));
        text.push_str(random.pick(&ASPECTS));
        text.push('、');
    }
    text.push_str(random.pick(&SUBJECTS));
    text.push_str(random.pick(&ENDS));
    text.push('。');
    text
}

pub(crate) fn heading(random: &mut Random) -> String {
    format!("{}{}", random.pick(&SUBJECTS), random.pick(&ASPECTS))
}

impl Document {
    pub(crate) fn new(lineage: &mut Lineage, random: &mut Random) -> Self {
        let sections = (0..5).map(|_| section(lineage, random)).collect();
        Self { sections, first: 1 }
    }

    /// All clauses in the order of the page.
    pub(crate) fn nodes(&self) -> Vec<&Node> {
        self.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.children)).collect()
    }

    /// The Markdown body, with numbers by position.
    pub(crate) fn markdown(&self) -> String {
        let mut out = String::new();
        for (index, section) in self.sections.iter().enumerate() {
            out.push_str(&format!("## {} {}{}\n\n", index + self.first, section.text, anchor(section)));
            let mut number = 0;
            for item in &section.children {
                let label = match item.kind {
                    Kind::Numbered => {
                        number += 1;
                        format!("({number}) ")
                    }
                    Kind::Bullet => "・".to_owned(),
                    Kind::Plain | Kind::Section => String::new(),
                };
                out.push_str(&format!("{label}{}{}\n\n", item.text, anchor(item)));
            }
        }
        out
    }
}

fn anchor(node: &Node) -> String {
    node.authored.as_ref().map_or(String::new(), |id| format!(" {{#{id}}}"))
}

pub(crate) fn section(lineage: &mut Lineage, random: &mut Random) -> Node {
    let kind = [Kind::Numbered, Kind::Bullet, Kind::Plain][random.below(3)];
    let children = (0..3 + random.below(3)).map(|_| item(kind, lineage, random)).collect();
    Node { truth: lineage.new_truth(), kind: Kind::Section, text: heading(random), authored: None, children }
}

pub(crate) fn item(kind: Kind, lineage: &mut Lineage, random: &mut Random) -> Node {
    Node { truth: lineage.new_truth(), kind, text: sentence(random), authored: None, children: Vec::new() }
}
