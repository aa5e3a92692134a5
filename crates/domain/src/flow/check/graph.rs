//! What can be wrong with the way through the steps.

use std::collections::BTreeSet;

use crate::flow::check::Problem;
use crate::flow::kind::StepKind;
use crate::flow::{Flow, Step, StepKey};

pub(super) fn problems(flow: &Flow) -> Vec<Problem> {
    let mut found: Vec<Problem> = unreachable(flow).collect();
    found.extend(without_exit(flow));
    found.extend(flow.steps.iter().flat_map(|step| loose_ends(flow, step)));
    found
}

/// Where a step can lead. A fork leads into its branches and, once they have met, behind them.
fn leads_to(step: &Step) -> Vec<&StepKey> {
    match &step.kind {
        StepKind::Fork { branches, then, .. } => {
            branches.iter().chain(std::iter::once(then)).collect()
        }
        _ => step.next.iter().filter_map(|way| way.to.as_ref()).collect(),
    }
}

/// Everything that can be reached from `from` without passing `but`; `from` itself included.
fn reach<'a>(
    flow: &'a Flow,
    from: impl IntoIterator<Item = &'a StepKey>,
    but: Option<&StepKey>,
) -> BTreeSet<&'a StepKey> {
    let mut seen = BTreeSet::new();
    let mut ahead: Vec<&StepKey> = from.into_iter().collect();
    while let Some(key) = ahead.pop() {
        if Some(key) == but || !seen.insert(key) {
            continue;
        }
        ahead.extend(flow.step(key).into_iter().flat_map(leads_to));
    }
    seen
}

fn unreachable(flow: &Flow) -> impl Iterator<Item = Problem> + '_ {
    let start = flow.steps.first().map(|step| &step.key);
    let mut reached = reach(flow, start, None);
    // A flow may begin again at a step of its own.
    reached.extend(reach(flow, &flow.reopen_at, None));
    flow.steps
        .iter()
        .filter(move |step| !reached.contains(&step.key))
        .map(|step| Problem::Unreachable { step: step.key.clone() })
}

/// Steps from which no way leads to the end. Inside a branch, meeting the others is the end.
fn without_exit(flow: &Flow) -> impl Iterator<Item = Problem> + '_ {
    flow.steps
        .iter()
        .filter(move |step| !has_exit(flow, step))
        .map(|step| Problem::NoExit { step: step.key.clone() })
}

fn has_exit(flow: &Flow, from: &Step) -> bool {
    reach(flow, [&from.key], None)
        .into_iter()
        .filter_map(|key| flow.step(key))
        .any(|step| step.next.iter().any(|way| way.to.is_none()))
}

/// The ways into and out of a fork's branches that do not pass the fork and its meeting point.
fn loose_ends(flow: &Flow, fork: &Step) -> Vec<Problem> {
    let StepKind::Fork { branches, then, .. } = &fork.kind else { return Vec::new() };
    let inside = reach(flow, branches, Some(then));
    let start = flow.steps.first().map(|step| &step.key);
    let outside = reach(flow, start, Some(&fork.key));
    let entered = inside.intersection(&outside).map(|step| (*step).clone());
    // Ending in a branch would be the end of the branch, which nobody expects of a line "end".
    let left = inside
        .iter()
        .filter_map(|key| flow.step(key))
        .filter(|step| step.key == fork.key || step.next.iter().any(|way| way.to.is_none()))
        .map(|step| step.key.clone());
    entered.chain(left).map(|step| Problem::LeavesFork { fork: fork.key.clone(), step }).collect()
}
