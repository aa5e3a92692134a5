//! How long steps take (D-25). What is shown was learned some time before, with what is usual for
//! noticing tickets that run badly.

use std::collections::BTreeMap;

use domain::actor::{Actor, Permission};
use domain::flow::Flow;
use domain::id::CategoryId;
use domain::step_times::{LeafTimes, StepTime, StepTimes};
use domain::time::Timestamp;
use store::{settings, step_times as learned};

use crate::boards::groups;
use crate::error::allow;
use crate::flows::asked_step;
use crate::stuck::LEARNED;
use crate::{Desk, Result};

impl Desk {
    /// Of the leaves whose group the actor may see boards of.
    pub async fn step_times(&self, actor: &Actor) -> Result<StepTimes> {
        allow(actor.agent().is_some() && actor.may_ever(Permission::ReadBoards))?;
        let catalogue = self.catalogue().await?;
        let mut tx = self.store.read().await?;
        let on_board = groups(&mut tx, actor).await?;
        let known = learned::all(&mut tx).await?;
        let learned_at = settings::get(&mut tx, LEARNED.0).await?;
        drop(tx);
        let is_on_board = |category: CategoryId| {
            let leaf = catalogue.tree.get(category).and_then(|category| category.leaf);
            leaf.is_some_and(|leaf| on_board.iter().any(|group| group.id == leaf.group))
        };
        let mut by_leaf: BTreeMap<CategoryId, Vec<learned::StepTime>> = BTreeMap::new();
        for time in known.into_iter().filter(|time| is_on_board(time.category)) {
            by_leaf.entry(time.category).or_default().push(time);
        }
        let of_leaf = |(category, times): (CategoryId, Vec<learned::StepTime>)| {
            let version = catalogue.flow_of.get(&category).copied();
            let flow = version.and_then(|version| catalogue.flow(version).ok());
            let path = catalogue.tree.path_names(category);
            LeafTimes { category, path, steps: in_order(times, flow.as_deref()) }
        };
        let mut leaves: Vec<LeafTimes> = by_leaf.into_iter().map(of_leaf).collect();
        leaves.sort_by_key(|leaf| std::cmp::Reverse(leaf.total()));
        let learned_at = learned_at.and_then(|at| at.parse().ok()).map(Timestamp);
        Ok(StepTimes { learned_at, leaves })
    }
}

/// As the flow of today has its steps; then those it has no longer, then what people asked.
fn in_order(mut times: Vec<learned::StepTime>, flow: Option<&Flow>) -> Vec<StepTime> {
    let place = |time: &learned::StepTime| {
        let known = flow.and_then(|flow| flow.steps.iter().position(|it| it.key == time.step));
        (time.step == asked_step(), known.unwrap_or(usize::MAX))
    };
    times.sort_by_key(place);
    let named = |time: learned::StepTime| {
        let known = flow.and_then(|flow| flow.step(&time.step)).map(|step| step.name.clone());
        let name = known.or_else(|| (time.step != asked_step()).then(|| time.step.0.clone()));
        StepTime {
            key: time.step.0,
            name,
            median: time.median,
            p90: time.usual.p90,
            total: time.total,
            sample: time.usual.sample,
        }
    };
    times.into_iter().map(named).collect()
}
