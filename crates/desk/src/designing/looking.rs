//! Looking at flows: all of them, and one with everything its editor needs.

use std::collections::BTreeSet;

use domain::actor::{Actor, Permission};
use domain::flow::Flow;
use domain::flow::page::{FlowLine, FlowPage, VersionLine};
use domain::id::{AgentId, FlowId};
use store::catalogue::{categories, flows};
use store::names::{Names, Wanted};

use super::choices::{leaves_of, path};
use crate::error::allow;
use crate::{Desk, DeskError, Result};

impl Desk {
    pub async fn flows(&self, actor: &Actor) -> Result<Vec<FlowLine>> {
        allow(actor.may_ever(Permission::Administer))?;
        let catalogue = self.catalogue().await?;
        let mut tx = self.store.read().await?;
        let of_each = categories::flow_of_each(&mut tx).await?;
        let mut lines = Vec::new();
        for row in flows::all(&mut tx).await? {
            let current = row.current.and_then(|id| catalogue.flows.get(&id));
            let shown = row.draft.as_ref().or(current.map(AsRef::as_ref));
            let leaves = of_each.iter().filter(|(_, flow)| *flow == row.id);
            let history = flows::history(&mut tx, row.id).await?;
            let number = history.iter().find(|it| Some(it.id) == row.current).map(|it| it.number);
            lines.push(FlowLine {
                id: row.id,
                name: row.name,
                number,
                steps: shown.map_or(0, |flow| flow.steps.len()),
                has_draft: row.draft.is_some(),
                categories: leaves.map(|(leaf, _)| path(&catalogue.tree, *leaf)).collect(),
            });
        }
        Ok(lines)
    }

    pub async fn flow_page(&self, actor: &Actor, flow: FlowId) -> Result<FlowPage> {
        allow(actor.may_ever(Permission::Administer))?;
        let choices = self.choices(flow).await?;
        let mut tx = self.store.read().await?;
        let row = flows::find(&mut tx, flow).await?.ok_or(DeskError::NotFound)?;
        let current = match row.current {
            Some(version) => flows::version(&mut tx, version).await?,
            None => None,
        };
        let history = flows::history(&mut tx, flow).await?;
        let agents: BTreeSet<AgentId> =
            history.iter().filter_map(|it| it.published_by).chain(row.saved_by).collect();
        let names = Names::find(&mut tx, &Wanted { agents, ..Wanted::default() }).await?;
        let versions = history.into_iter().map(|it| VersionLine {
            id: it.id,
            number: it.number,
            note: it.note,
            by: it.published_by.map(|by| names.agent(by)),
            at: it.published_at,
        });
        let categories = leaves_of(&mut tx, flow).await?;
        drop(tx);
        let draft = row.draft.clone().or_else(|| current.clone()).unwrap_or_default();
        let nothing = Flow::default();
        Ok(FlowPage {
            id: flow,
            name: row.name,
            problems: self.problems_of(&draft, flow).await?,
            differences: draft.differs_from(current.as_ref().unwrap_or(&nothing)),
            current,
            draft,
            has_draft: row.draft.is_some(),
            saved_by: row.saved_by.map(|by| names.agent(by)),
            saved_at: row.saved_at,
            versions: versions.collect(),
            categories,
            choices,
        })
    }
}
