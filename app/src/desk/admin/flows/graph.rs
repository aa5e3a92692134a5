//! The flow as a drawing. Every step can be chosen by mouse and keyboard; lines are drawn by
//! dragging from the dot of a step, or in the table.

mod connect;
mod geometry;
mod node;

use domain::flow::layout::{Edge, Layout};
use domain::flow::{Flow, StepKey};
use leptos::prelude::*;

use super::state::editor;
use super::trial::walked;
use super::{facts, names};
use crate::reader::lang;
use connect::ConnectDialog;
use geometry::{Shape, fit};
use node::NodeView;

/// A line on its way from a step to wherever the pointer is.
#[derive(Clone, Debug, PartialEq)]
pub struct Pulling {
    from: StepKey,
    start: (f64, f64),
    to: (f64, f64),
}

/// A line that was drawn, and asks after which outcome it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    from: StepKey,
    to: Option<StepKey>,
}

#[component]
pub fn Graph() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let layout = Memo::new(move |_| editor.draft.read().layout());
    let pulling = RwSignal::new(None::<Pulling>);
    let wish = RwSignal::new(None::<Wish>);
    let size = Memo::new(move |_| geometry::size(&layout.read()));
    let lines = move || {
        let (layout, flow) = (layout.get(), editor.draft.read());
        let known = facts::all(w, &flow, &editor.choices.read());
        let label = |edge: &Edge| {
            let step = flow.steps.get(edge.from)?;
            let ways = edge.ways.iter().filter_map(|way| step.next.get(*way));
            let whens = ways.map(|way| names::when(w, &known, step, way));
            let whens: Vec<String> = whens.filter(|when| !when.is_empty()).collect();
            Some(whens.join(" / ")).filter(|label| !label.is_empty())
        };
        let lines = layout.edges.iter();
        lines.map(|edge| line(&layout, &flow, edge, label(edge))).collect_view()
    };
    let nodes = move || {
        let nodes = layout.get().nodes.into_iter();
        nodes.map(|node| view! { <NodeView node pulling wish/> }).collect_view()
    };
    let pulled = move || {
        pulling.get().map(|Pulling { start: (x, y), to, .. }| {
            view! { <path class="pulled" d=format!("M{x} {y}L{} {}", to.0, to.1)></path> }
        })
    };
    let trying = walked().trying;

    view! {
        <section class="flow-graph" aria-label=w.flow_graph() data-trying=move || trying.get().then_some("")>
            <div class="scroll" tabindex="0" role="group" aria-label=w.flow_graph()>
                <svg
                    role="group"
                    aria-label=w.flow_graph()
                    width=move || size.get().0.to_string()
                    height=move || size.get().1.to_string()
                    viewBox=move || format!("0 0 {} {}", size.get().0, size.get().1)
                >
                    <defs>
                        <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                            <path d="M0 0.500 7.500 4 0 7.500z"></path>
                        </marker>
                    </defs>
                    {lines}
                    {nodes}
                    {pulled}
                </svg>
            </div>
            <p class="soft">{w.flow_graph_hint()}</p>
        </section>
        <ConnectDialog wish/>
    }
}

/// One line with what has to be for it to be taken.
fn line(layout: &Layout, flow: &Flow, edge: &Edge, label: Option<String>) -> impl IntoView + use<> {
    let Shape { path, label: (x, y), room } = geometry::line(layout, edge);
    let refused = flow.steps.get(edge.from).is_some_and(|step| {
        let first = step.next.first().and_then(|way| way.on.as_ref());
        let ways = edge.ways.iter().filter_map(|way| step.next.get(*way));
        first.is_some()
            && ways.clone().count() > 0
            && ways.into_iter().all(|it| it.on.as_ref() != first)
    });
    let label = label.map(|label| {
        view! { <text x=x y=y><title>{label.clone()}</title>{fit(&label, room)}</text> }
    });

    view! {
        <g class="edge" data-lane=edge.lane.map(|_| "") data-aside=refused.then_some("")>
            <path d=path marker-end="url(#tip)"></path>
            {label}
        </g>
    }
    .into_any()
}
