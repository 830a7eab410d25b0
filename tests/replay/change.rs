//! Revisions as people make them.

use crate::model::{Document, Kind, Node, heading, item, section, sentence};
use crate::random::Random;
use crate::site::Site;

/// Revises one of the documents at random. Returns a description of the change.
pub(crate) fn revise(site: &mut Site, random: &mut Random) -> String {
    site.next_version();
    let index = random.below(site.documents.len());
    match random.below(19) {
        0 => insert(site, index, random),
        1 => delete(site, index, random),
        2 => swap(site, index, random),
        3 => swap_sections(site, index, random),
        4 => reword(site, index, 5, random),
        5 => reword(site, index, 20, random),
        6 => reword(site, index, 50, random),
        7 => split(site, index, random),
        8 => merge(site, index, random),
        9 => move_item(site, index, random),
        10 => copy_boilerplate(site, index, random),
        11 => site.rename(index),
        12 => insert_section(site, index, random),
        13 => delete_section(site, index, random),
        14 => name(site, index, random),
        15 => renumber(site, index, random),
        16 => replace(site, index, random),
        17 => put_back(site, index, random),
        _ => move_section_to_other(site, index, random),
    }
}

fn some_section<'a>(document: &'a mut Document, random: &mut Random) -> &'a mut Node {
    let index = random.below(document.sections.len());
    &mut document.sections[index]
}

fn insert(site: &mut Site, index: usize, random: &mut Random) -> String {
    let (document, lineage) = site.parts(index);
    let section = some_section(document, random);
    let kind = section.children.first().map_or(Kind::Bullet, |child| child.kind);
    let at = random.below(section.children.len() + 1);
    section.children.insert(at, item(kind, lineage, random));
    format!("insert a clause at {at}")
}

fn delete(site: &mut Site, index: usize, random: &mut Random) -> String {
    let section = some_section(site.parts(index).0, random);
    if section.children.len() < 2 {
        return "nothing".to_owned();
    }
    let at = random.below(section.children.len());
    let node = section.children.remove(at);
    site.taken_out.push((index, node));
    format!("delete the clause at {at}")
}

/// Puts a clause that was taken out back into its document, word for word.
fn put_back(site: &mut Site, index: usize, random: &mut Random) -> String {
    let own: Vec<usize> = (0..site.taken_out.len()).filter(|&at| site.taken_out[at].0 == index).collect();
    let Some(&at) = own.first() else { return "nothing".to_owned() };
    let node = site.taken_out.remove(at).1;
    let section = some_section(site.parts(index).0, random);
    let kind = section.children.first().map_or(Kind::Bullet, |child| child.kind);
    section.children.push(Node { kind, ..node });
    "put a clause back".to_owned()
}

fn swap(site: &mut Site, index: usize, random: &mut Random) -> String {
    let section = some_section(site.parts(index).0, random);
    let (a, b) = (random.below(section.children.len()), random.below(section.children.len()));
    // A swap of two equal clauses under one heading cannot be seen.
    let copies =
        |index: usize| section.children.iter().filter(|child| child.text == section.children[index].text).count();
    if section.children.is_empty() || copies(a) > 1 || copies(b) > 1 {
        return "nothing".to_owned();
    }
    section.children.swap(a, b);
    format!("swap {a} and {b}")
}

fn swap_sections(site: &mut Site, index: usize, random: &mut Random) -> String {
    let sections = &mut site.parts(index).0.sections;
    let (a, b) = (random.below(sections.len()), random.below(sections.len()));
    sections.swap(a, b);
    format!("swap the sections {a} and {b}")
}

fn reword(site: &mut Site, index: usize, percent: usize, random: &mut Random) -> String {
    let section = some_section(site.parts(index).0, random);
    let node = if section.children.is_empty() || random.below(6) == 0 {
        section
    } else {
        let at = random.below(section.children.len());
        &mut section.children[at]
    };
    let other: Vec<char> =
        if node.kind == Kind::Section { heading(random) } else { sentence(random) }.chars().collect();
    let mut text: Vec<char> = node.text.chars().collect();
    let count = (text.len() * percent / 100).clamp(1, other.len());
    let start = random.below(text.len() - count + 1);
    text.splice(start..start + count, other[..count].iter().copied());
    node.text = text.into_iter().collect();
    format!("reword {percent} %")
}

/// Replaces a clause by another one that shares half of its words. Only its author can tell this from the same clause
/// reworded by half.
fn replace(site: &mut Site, index: usize, random: &mut Random) -> String {
    let (document, lineage) = site.parts(index);
    let section = some_section(document, random);
    if section.children.is_empty() {
        return "nothing".to_owned();
    }
    let at = random.below(section.children.len());
    let node = &mut section.children[at];
    let old: Vec<char> = node.text.chars().collect();
    let (kept, given_up) = old.split_at(old.len() / 2);
    let other = std::iter::repeat_with(|| sentence(random).chars().collect::<Vec<_>>())
        .map(|other| other[other.len() / 2..].to_vec())
        .find(|other| is_another(given_up, other))
        .unwrap();
    node.text = kept.iter().chain(&other).collect();
    node.truth = lineage.new_truth();
    node.authored = None;
    format!("replace the clause at {at} by another one that starts in the same words")
}

/// Whether two texts share little. All texts are made of the same few words, so they may be alike by chance.
fn is_another(text: &[char], other: &[char]) -> bool {
    let known = other.windows(2).filter(|pair| text.windows(2).any(|own| own == *pair)).count();
    known * 3 < other.len()
}

fn split(site: &mut Site, index: usize, random: &mut Random) -> String {
    let (document, lineage) = site.parts(index);
    let section = some_section(document, random);
    if section.children.is_empty() {
        return "nothing".to_owned();
    }
    let at = random.below(section.children.len());
    let old = section.children.remove(at);
    let text: Vec<char> = old.text.chars().collect();
    let cut = text.len() * (30 + random.below(40)) / 100;
    for (offset, half) in [&text[..cut], &text[cut..]].into_iter().enumerate() {
        let new = Node {
            truth: lineage.new_truth(),
            text: half.iter().collect::<String>().trim_start_matches('、').to_owned(),
            authored: None,
            ..old.clone()
        };
        lineage.became(old.truth, &[new.truth]);
        section.children.insert(at + offset, new);
    }
    format!("split the clause at {at}")
}

fn merge(site: &mut Site, index: usize, random: &mut Random) -> String {
    let (document, lineage) = site.parts(index);
    let section = some_section(document, random);
    if section.children.len() < 2 {
        return "nothing".to_owned();
    }
    let at = random.below(section.children.len() - 1);
    let second = section.children.remove(at + 1);
    let first = section.children.remove(at);
    let truth = lineage.new_truth();
    lineage.became(first.truth, &[truth]);
    lineage.became(second.truth, &[truth]);
    let text = format!("{}{}", first.text, second.text);
    section.children.insert(at, Node { truth, text, authored: None, ..first });
    format!("merge the clauses at {at}")
}

fn move_item(site: &mut Site, index: usize, random: &mut Random) -> String {
    let document = site.parts(index).0;
    let from = some_section(document, random);
    if from.children.len() < 2 {
        return "nothing".to_owned();
    }
    let at = random.below(from.children.len());
    if from.children.iter().filter(|child| child.text == from.children[at].text).count() > 1 {
        return "nothing".to_owned();
    }
    let node = from.children.remove(at);
    let to = some_section(document, random);
    let kind = to.children.first().map_or(Kind::Bullet, |child| child.kind);
    to.children.push(Node { kind, ..node });
    "move a clause to another section".to_owned()
}

/// Copies a clause into the same section or another one, as departments do with boilerplate.
fn copy_boilerplate(site: &mut Site, index: usize, random: &mut Random) -> String {
    let (document, lineage) = site.parts(index);
    let Some(original) = some_section(document, random).children.first().cloned() else { return "nothing".to_owned() };
    let copy = Node { truth: lineage.new_truth(), authored: None, ..original };
    let to = some_section(document, random);
    let at = random.below(to.children.len() + 1);
    let kind = to.children.first().map_or(Kind::Bullet, |child| child.kind);
    to.children.insert(at, Node { kind, ..copy });
    format!("copy boilerplate to {at}")
}

fn insert_section(site: &mut Site, index: usize, random: &mut Random) -> String {
    let (document, lineage) = site.parts(index);
    let mut new = section(lineage, random);
    if random.below(2) == 0 {
        // A heading that exists already, such as 目的.
        new.text = document.sections[0].text.clone();
    }
    let at = random.below(document.sections.len() + 1);
    document.sections.insert(at, new);
    format!("insert a section at {at}")
}

/// Changes the printed numbers, as if a chapter had been put before the first one.
fn renumber(site: &mut Site, index: usize, random: &mut Random) -> String {
    let document = site.parts(index).0;
    document.first = 1 + random.below(4);
    format!("number the sections from {}", document.first)
}

fn delete_section(site: &mut Site, index: usize, random: &mut Random) -> String {
    let sections = &mut site.parts(index).0.sections;
    if sections.len() < 5 {
        return "nothing".to_owned();
    }
    let at = random.below(sections.len());
    sections.remove(at);
    format!("delete the section at {at}")
}

/// Gives a clause an id chosen by its author.
fn name(site: &mut Site, index: usize, random: &mut Random) -> String {
    let (document, lineage) = site.parts(index);
    let id = format!("chosen-{}", lineage.new_truth());
    let section = some_section(document, random);
    section.authored = Some(id.clone());
    format!("name a section {id}")
}

fn move_section_to_other(site: &mut Site, index: usize, random: &mut Random) -> String {
    let other = (index + 1) % site.documents.len();
    let sections = &mut site.parts(index).0.sections;
    if sections.len() < 4 {
        return "nothing".to_owned();
    }
    let at = random.below(sections.len());
    // An author's id stays with the text. It has to be removed before the text is moved.
    let mut section = sections.remove(at);
    section.authored = None;
    site.parts(other).0.sections.push(section);
    format!("move the section at {at} to the other document")
}
