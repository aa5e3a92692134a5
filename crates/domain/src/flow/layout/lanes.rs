//! Lines that cannot go straight run below all steps, each in a lane of its own.

use std::ops::RangeInclusive;

use super::{Edge, Node};

pub(super) fn assign(mut edges: Vec<Edge>, nodes: &[Node]) -> (Vec<Edge>, usize) {
    let mut lanes: Vec<Vec<RangeInclusive<usize>>> = Vec::new();
    let mut around: Vec<usize> =
        (0..edges.len()).filter(|edge| !is_straight(&edges[*edge], nodes)).collect();
    // Short ones run close to the steps.
    around.sort_by_key(|edge| span(&edges[*edge], nodes).count());
    for edge in around {
        let span = span(&edges[edge], nodes);
        let free = lanes.iter().position(|lane| lane.iter().all(|it| are_apart(it, &span)));
        let lane = free.unwrap_or(lanes.len());
        if free.is_none() {
            lanes.push(Vec::new());
        }
        lanes[lane].push(span);
        edges[edge].lane = Some(lane);
    }
    let many = lanes.len();
    (edges, many)
}

/// To the next column, or along a row in which nothing stands between.
fn is_straight(edge: &Edge, nodes: &[Node]) -> bool {
    let (from, to) = (&nodes[edge.from], &nodes[edge.to]);
    let between = |node: &Node| node.column > from.column && node.column < to.column;
    let free = || !nodes.iter().any(|node| node.row == from.row && between(node));
    from.column + 1 == to.column || (from.column < to.column && from.row == to.row && free())
}

fn span(edge: &Edge, nodes: &[Node]) -> RangeInclusive<usize> {
    let (from, to) = (nodes[edge.from].column, nodes[edge.to].column);
    from.min(to)..=from.max(to)
}

fn are_apart(one: &RangeInclusive<usize>, other: &RangeInclusive<usize>) -> bool {
    one.end() < other.start() || other.end() < one.start()
}
