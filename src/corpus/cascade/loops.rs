//! Chains that lead back to where they started.

use std::collections::{BTreeMap, BTreeSet};

/// The loops of a graph, each as the edges from a node back to itself. Nodes that were walked through are never walked
/// again, so each loop is told once, and the work is that of looking at every edge once.
pub(super) fn loops<N: Ord + Copy, E: Copy>(next: &BTreeMap<N, Vec<(N, E)>>) -> Vec<Vec<E>> {
    let mut finished = BTreeSet::new();
    let mut found = Vec::new();
    for start in next.keys() {
        if !finished.contains(start) {
            walk(next, *start, &mut finished, &mut found);
        }
    }
    found
}

/// Walks from a node as far as it goes, without recursion: a chain may be as long as the site.
fn walk<N: Ord + Copy, E: Copy>(
    next: &BTreeMap<N, Vec<(N, E)>>,
    start: N,
    finished: &mut BTreeSet<N>,
    found: &mut Vec<Vec<E>>,
) {
    // Nodes on the way, each with the number of its edges that have been followed.
    let mut way: Vec<(N, usize)> = vec![(start, 0)];
    // The edges between them.
    let mut edges: Vec<E> = Vec::new();
    let mut on_way = BTreeMap::from([(start, 0)]);
    while let Some((node, followed)) = way.last_mut() {
        let edge = next.get(node).and_then(|all| all.get(*followed)).copied();
        *followed += 1;
        let Some((to, edge)) = edge else {
            on_way.remove(node);
            finished.insert(*node);
            way.pop();
            edges.pop();
            continue;
        };
        if let Some(at) = on_way.get(&to) {
            found.push(edges[*at..].iter().copied().chain([edge]).collect());
        } else if !finished.contains(&to) {
            on_way.insert(to, way.len());
            way.push((to, 0));
            edges.push(edge);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::loops;
    use std::collections::BTreeMap;

    #[test]
    fn loops_are_told_once() {
        for (edges, expected) in [
            ("ab bc ca", &["ab bc ca"][..]),
            ("aa", &["aa"]),
            ("xa ab ba", &["ab ba"]),
            ("ab bc", &[]),
            ("ab ac bd cd", &[]),
            ("ab ba cd dc", &["ab ba", "cd dc"]),
        ] {
            let mut next: BTreeMap<char, Vec<(char, &str)>> = BTreeMap::new();
            for edge in edges.split(' ') {
                let mut ends = edge.chars();
                next.entry(ends.next().unwrap()).or_default().push((ends.next().unwrap(), edge));
            }
            let found: Vec<String> = loops(&next).iter().map(|one| one.join(" ")).collect();
            assert_eq!(found, expected, "{edges}");
        }
    }

    #[test]
    fn a_long_chain_does_not_run_out_of_stack() {
        let next: BTreeMap<u32, Vec<(u32, u32)>> = (0..200_000).map(|n| (n, vec![(n + 1, n)])).collect();
        assert!(loops(&next).is_empty());
    }
}
