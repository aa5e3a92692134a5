//! A flow as a drawing: which step stands in which column and row, and which lines lead around.
//!
//! Steps stand in columns by how far they are from the beginning; the way that all goes well
//! stays in its row. Places are counted, not measured: how large they are is the page's to say.

mod lanes;
mod order;

use crate::flow::kind::StepKind;
use crate::flow::{Flow, StepKey};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The steps in the order of the flow, then the end, if anything leads there.
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    pub columns: usize,
    pub rows: usize,
    /// Below the rows, for lines that lead back or past other steps.
    pub lanes: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// `None` is the end.
    pub step: Option<StepKey>,
    pub column: usize,
    pub row: usize,
}

/// One line, for all ways of a step that lead to the same place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    /// The places of these ways among the step's; none for a branch of a fork.
    pub ways: Vec<usize>,
    pub lane: Option<usize>,
}

impl Flow {
    pub fn layout(&self) -> Layout {
        let edges = edges(self);
        let many = self.steps.len() + usize::from(edges.iter().any(|it| it.to >= self.steps.len()));
        let order = order::of(many, &edges);
        let places = order::places(&order, &edges);
        let steps = self.steps.iter().map(|step| Some(step.key.clone())).chain([None]);
        let nodes: Vec<Node> =
            steps.zip(places).map(|(step, (column, row))| Node { step, column, row }).collect();
        let (edges, lanes) = lanes::assign(edges, &nodes);
        Layout {
            columns: nodes.iter().map(|node| node.column + 1).max().unwrap_or_default(),
            rows: nodes.iter().map(|node| node.row + 1).max().unwrap_or_default(),
            nodes,
            edges,
            lanes,
        }
    }
}

/// What leads where; what leads to a step that is not there is not drawn.
fn edges(flow: &Flow) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::new();
    let mut draw = |from: usize, to: usize, way: Option<usize>| match edges
        .iter_mut()
        .find(|edge| (edge.from, edge.to) == (from, to))
    {
        Some(edge) => edge.ways.extend(way),
        None => edges.push(Edge { from, to, ways: Vec::from_iter(way), lane: None }),
    };
    for (from, step) in flow.steps.iter().enumerate() {
        if let StepKind::Fork { branches, .. } = &step.kind {
            for to in branches.iter().filter_map(|branch| flow.place_of(branch)) {
                draw(from, to, None);
            }
        }
        for (place, way) in step.next.iter().enumerate() {
            let to = match &way.to {
                None => Some(flow.steps.len()),
                Some(to) => flow.place_of(to),
            };
            if let Some(to) = to {
                draw(from, to, Some(place));
            }
        }
    }
    edges
}
