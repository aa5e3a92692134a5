//! Columns and rows.

use super::Edge;

/// Every node once, each behind all that lead to it, but for lines that lead back.
pub(super) fn of(many: usize, edges: &[Edge]) -> Vec<usize> {
    let mut walk = Walk { edges, state: vec![State::New; many], left: Vec::new() };
    for node in 0..many {
        walk.enter(node);
    }
    walk.left.reverse();
    walk.left
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Inside,
    Left,
}

/// Depth first; a node is left when everything behind it is.
struct Walk<'a> {
    edges: &'a [Edge],
    state: Vec<State>,
    left: Vec<usize>,
}

impl Walk<'_> {
    fn enter(&mut self, node: usize) {
        if self.state[node] != State::New {
            return;
        }
        self.state[node] = State::Inside;
        // The first way is walked last, so that it stands first in the order.
        let edges = self.edges;
        for edge in edges.iter().rev().filter(|edge| edge.from == node) {
            self.enter(edge.to);
        }
        self.state[node] = State::Left;
        self.left.push(node);
    }
}

/// Column and row of every node, given the order.
pub(super) fn places(order: &[usize], edges: &[Edge]) -> Vec<(usize, usize)> {
    let mut rank = vec![0; order.len()];
    for (place, node) in order.iter().enumerate() {
        rank[*node] = place;
    }
    let leads_on = |edge: &&Edge| rank[edge.from] < rank[edge.to];
    let mut columns = vec![0_usize; order.len()];
    let mut rows = vec![0_usize; order.len()];
    for &node in order {
        let before = edges.iter().filter(leads_on).filter(|edge| edge.to == node);
        let mut wish = None::<usize>;
        for edge in before {
            columns[node] = columns[node].max(columns[edge.from] + 1);
            let aside = edges
                .iter()
                .filter(leads_on)
                .filter(|it| it.from == edge.from)
                .position(|it| it.to == node)
                .unwrap_or_default();
            let row = rows[edge.from] + aside;
            wish = Some(wish.map_or(row, |known| known.min(row)));
        }
        let seen = &order[..rank[node]];
        let taken =
            |row: usize| seen.iter().any(|it| (columns[*it], rows[*it]) == (columns[node], row));
        let first = wish.unwrap_or_default();
        // So many nodes cannot take more rows than that.
        rows[node] = (first..=first + order.len()).find(|row| !taken(*row)).unwrap_or(first);
    }
    columns.into_iter().zip(rows).collect()
}
