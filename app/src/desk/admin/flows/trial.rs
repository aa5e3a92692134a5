//! The test bench: an imagined ticket walks through the draft, here in the browser.

mod facts_form;
mod path;

use domain::flow::facts::Facts;
use domain::flow::walk::Walk;
use domain::flow::{Flow, Outcome, StepKey};
use domain::id::TaskId;
use domain::task::TaskState;
use leptos::prelude::*;

use super::state::editor;
use crate::reader::lang;
use crate::ui::{Button, Icon};
use facts_form::FactsForm;
use path::Path;

/// Whether somebody walks, what the ticket says, and what was done so far. Where that leads is
/// worked out anew with every change of the draft.
#[derive(Clone, Copy)]
pub struct Walked {
    pub trying: RwSignal<bool>,
    pub facts: RwSignal<Facts>,
    pub ends: RwSignal<Vec<(TaskId, Outcome)>>,
    pub trail: Memo<Trail>,
}

/// Where a walk has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    pub stops: Vec<Stop>,
    pub ended: bool,
    pub stuck: bool,
}

/// A task of the imagined ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    pub task: TaskId,
    pub step: StepKey,
    pub state: TaskState,
    pub outcome: Option<Outcome>,
}

impl Walked {
    pub fn provide() -> Self {
        let editor = editor();
        let (facts, ends) = (RwSignal::new(Facts::default()), RwSignal::new(Vec::new()));
        let trail = Memo::new(move |_| walk(&editor.draft.read(), &facts.read(), &ends.read()));
        let walked = Self { trying: RwSignal::new(false), facts, ends, trail };
        provide_context(walked);
        walked
    }

    /// How a step of the drawing is marked while somebody walks.
    pub fn standing(self, step: &StepKey) -> Option<&'static str> {
        if !self.trying.get() {
            return None;
        }
        let trail = self.trail.read();
        let last = trail.stops.iter().rev().find(|stop| stop.step == *step)?;
        Some(if last.state.is_over() { "done" } else { "open" })
    }
}

pub fn walked() -> Walked {
    expect_context()
}

fn walk(flow: &Flow, facts: &Facts, ends: &[(TaskId, Outcome)]) -> Trail {
    let mut walk = Walk::begin(flow, facts.clone());
    let stuck = ends.iter().any(|(task, outcome)| walk.end(*task, outcome).is_err());
    let stops = walk.tasks.iter().map(|task| Stop {
        task: task.id,
        step: task.step.clone(),
        state: task.state,
        outcome: ends.iter().find(|(id, _)| *id == task.id).map(|(_, outcome)| outcome.clone()),
    });
    Trail { stops: stops.collect(), ended: walk.ended, stuck }
}

#[component]
pub fn Trial() -> impl IntoView {
    let w = lang();
    let walked = walked();
    let back = move |_| walked.ends.update(|ends| drop(ends.pop()));
    let again = move |_| walked.ends.set(Vec::new());
    let nothing = Signal::derive(move || walked.ends.read().is_empty());

    view! {
        <section class="step-panel trial" aria-label=w.trial()>
            <header>
                <h2>{w.trial()}</h2>
                <Button kind="quiet" size="icon" on:click=move |_| walked.trying.set(false) attr:aria-label=w.trial_close()>
                    <Icon name="x"/>
                </Button>
            </header>
            <p class="soft">{w.trial_hint()}</p>
            <FactsForm/>
            <h3>{w.trial_path()}</h3>
            <Path/>
            <div class="actions">
                <Button busy=nothing on:click=back>{w.trial_back()}</Button>
                <Button busy=nothing on:click=again>{w.trial_again()}</Button>
            </div>
        </section>
    }
}
