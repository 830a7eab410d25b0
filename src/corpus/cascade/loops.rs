//! Loops of a graph.

use std::collections::{BTreeMap, BTreeSet};

/// The loops of a graph, each as the edges from a node back to itself. No node is visited twice, so each loop is found
/// once, and the work is linear in the number of edges.
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

/// Follows the edges from a node, without recursion: a path may be as long as the site has clauses.
fn walk<N: Ord + Copy, E: Copy>(
    next: &BTreeMap<N, Vec<(N, E)>>,
    start: N,
    finished: &mut BTreeSet<N>,
    found: &mut Vec<Vec<E>>,
) {
    // Nodes on the path, each with the number of its edges that have been followed.
    let mut way: Vec<(N, usize)> = vec![(start, 0)];
    // The edges between these nodes.
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
    fn each_loop_is_found_once() {
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
    fn a_long_path_does_not_overflow_the_stack() {
        let next: BTreeMap<u32, Vec<(u32, u32)>> = (0..200_000).map(|n| (n, vec![(n + 1, n)])).collect();
        assert!(loops(&next).is_empty());
    }
}
