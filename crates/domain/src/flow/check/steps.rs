//! What can be wrong with one step alone.

use crate::flow::check::Problem;
use crate::flow::kind::{Join, StepKind};
use crate::flow::owner::OwnerRule;
use crate::flow::{Flow, Outcome, Step, StepKey};

pub(super) fn problems(flow: &Flow) -> Vec<Problem> {
    let each = flow.steps.iter().enumerate().flat_map(|(place, step)| {
        let twice = flow.steps[..place].iter().any(|known| known.key == step.key);
        let mut found = Vec::new();
        found.extend(twice.then(|| Problem::SameKey { step: step.key.clone() }));
        found.extend(
            step.name.trim().is_empty().then(|| Problem::NoName { step: step.key.clone() }),
        );
        found.extend(unknown_steps(flow, step));
        found.extend(of_kind(step));
        found.extend(transitions(step));
        found.extend(owner(step));
        found
    });
    each.collect()
}

fn unknown_steps<'a>(flow: &'a Flow, step: &'a Step) -> impl Iterator<Item = Problem> + 'a {
    let named = named_steps(step).into_iter();
    named
        .filter(|named| flow.step(named).is_none())
        .map(|named| Problem::NoSuchStep { step: step.key.clone(), named: named.clone() })
}

fn named_steps(step: &Step) -> Vec<&StepKey> {
    let mut named: Vec<&StepKey> = step.next.iter().filter_map(|way| way.to.as_ref()).collect();
    if let StepKind::Fork { branches, then, .. } = &step.kind {
        named.extend(branches);
        named.push(then);
    }
    if let OwnerRule::HandlerOf { step } = &step.owner {
        // One that is not chosen yet is no owner, and said so.
        named.extend(Some(step).filter(|step| !step.as_str().is_empty()));
    }
    named
}

fn of_kind(step: &Step) -> Option<Problem> {
    match &step.kind {
        StepKind::Question { answers } if answers.len() < 2 => {
            Some(Problem::TooFewAnswers { step: step.key.clone() })
        }
        StepKind::Fork { branches, join, .. } if !is_sound(branches.len(), *join) => {
            Some(Problem::BadFork { step: step.key.clone() })
        }
        _ => None,
    }
}

fn is_sound(branches: usize, join: Join) -> bool {
    let enough = match join {
        Join::All | Join::Any => true,
        Join::AtLeast { branches: some } => (1..=branches).contains(&usize::from(some)),
    };
    (2..=usize::from(u8::MAX)).contains(&branches) && enough
}

/// Every outcome needs a way that is open to every ticket; no way may stand behind one that takes
/// everything.
fn transitions(step: &Step) -> Vec<Problem> {
    let outcomes = step.kind.outcomes();
    let mut found = Vec::new();
    for (place, way) in step.next.iter().enumerate() {
        let hidden = step.next[..place].iter().any(|earlier| {
            earlier.when.is_empty() && (earlier.on.is_none() || earlier.on == way.on)
        });
        found.extend(hidden.then(|| Problem::NeverTaken { step: step.key.clone(), place }));
        if let Some(on) = way.on.as_ref().filter(|on| !outcomes.contains(on)) {
            found.push(Problem::NoSuchOutcome { step: step.key.clone(), outcome: on.clone() });
        }
    }
    let open = |outcome: &Outcome| {
        step.next
            .iter()
            .any(|way| way.when.is_empty() && way.on.as_ref().is_none_or(|on| on == outcome))
    };
    let closed = outcomes.into_iter().filter(|outcome| !open(outcome));
    found.extend(closed.map(|outcome| Problem::NoWay { step: step.key.clone(), outcome }));
    found
}

/// People do what people do, and the desk the rest.
fn owner(step: &Step) -> Option<Problem> {
    let by_desk = step.owner == OwnerRule::Desk;
    let nobody = matches!(&step.owner, OwnerRule::HandlerOf { step } if step.as_str().is_empty());
    let fits = step.kind.is_done_by_people() != by_desk;
    let outside = !step.owner.is_outside()
        || matches!(step.kind, StepKind::Question { .. } | StepKind::Confirmation | StepKind::Work);
    (nobody || !fits || !outside).then(|| Problem::NoOwner { step: step.key.clone() })
}
