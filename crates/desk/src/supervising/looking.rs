//! Supervisions as people look at them: over one ticket, one by itself, and in lists.

use std::collections::HashMap;

use domain::actor::{Actor, AgentActor, Permission, Scope};
use domain::id::{AgentId, DepartmentId, SupervisionId};
use domain::list::Page;
use domain::org::Department;
use domain::supervision::{
    Ladder, ReportView, Supervision, SupervisionAct, SupervisionPage, SupervisionQuery,
    SupervisionView, Target,
};
use domain::ticket::Ticket;
use store::names::{Names, Wanted};
use store::people::{agents, departments};
use store::supervisions::lists::Reader;
use store::supervisions::targets::Found;
use store::supervisions::{lists, reports, targets};
use store::{Tx, supervisions};

use super::MOST;
use super::matter::{Matter, needed, party};
use crate::boards::today;
use crate::error::allow;
use crate::pages::only_readable;
use crate::{Desk, DeskError, Result};

/// A list shows the first few tickets of each.
const A_FEW: i64 = 5;
/// Reports on one page; there is at most one an hour for a month.
const REPORTS: u16 = 100;

impl Desk {
    pub async fn supervision(&self, actor: &Actor, id: SupervisionId) -> Result<SupervisionPage> {
        actor.agent().ok_or(DeskError::NotFound)?;
        let mut tx = self.store.read().await?;
        let found = supervisions::find(&mut tx, id).await?.ok_or(DeskError::NotFound)?;
        let matter = Matter::of(&mut tx, found).await?;
        matter.must_be_seen_by(&mut tx, actor).await?;
        let reports = reports::of(&mut tx, id, REPORTS).await?;
        let most = i64::try_from(MOST).unwrap_or(i64::MAX);
        let mut views = views(&mut tx, actor, vec![matter.supervision], most).await?;
        let supervision = views.pop().ok_or(DeskError::NotFound)?;
        Ok(SupervisionPage { supervision, reports })
    }

    /// The newest first. `ToMe` are those whose turn it is for the actor to answer.
    pub async fn supervisions(
        &self,
        actor: &Actor,
        query: SupervisionQuery,
    ) -> Result<Page<SupervisionView>> {
        let me = actor.agent().ok_or(DeskError::Forbidden)?;
        allow(me.grants.scope(Permission::ReadTickets).is_some())?;
        let mut tx = self.store.read().await?;
        let reader = reader(&mut tx, me).await?;
        let since = query.days.map(|days| today(self.clock.now()) - days.before());
        let Page { rows, next } = lists::page(&mut tx, &reader, &query, since).await?;
        Ok(Page { rows: views(&mut tx, actor, rows, A_FEW).await?, next })
    }
}

/// What lies over a ticket now.
pub(crate) async fn over(
    tx: &mut Tx,
    actor: &Actor,
    ticket: &Ticket,
) -> Result<Vec<SupervisionView>> {
    if ticket.supervised == 0 {
        return Ok(Vec::new());
    }
    let running = targets::running(tx, ticket.id).await?;
    views(tx, actor, running, A_FEW).await
}

/// What supervisions leave of what somebody may do with a ticket.
pub(crate) fn as_far_as(over: &[SupervisionView], mut may: Vec<Permission>) -> Vec<Permission> {
    let may_lift = |it: &SupervisionView| it.may.contains(&SupervisionAct::Lift);
    may.retain(|it| *it != Permission::Close || over.iter().all(may_lift));
    may
}

pub(super) async fn reader(tx: &mut Tx, me: &AgentActor) -> Result<Reader> {
    let tree = departments::all(tx).await?;
    let led = tree.iter().filter(|it| it.leader == Some(me.id)).map(|it| it.id);
    Ok(Reader {
        me: me.id,
        everything: me.grants.scope(Permission::ReadTickets) == Some(Scope::All),
        departments: me.departments.clone(),
        leads: led.collect(),
    })
}

/// What supervisions are seen with.
struct Beside {
    tree: Vec<Department>,
    names: Names,
    homes: HashMap<AgentId, DepartmentId>,
    tickets: HashMap<SupervisionId, Vec<Found>>,
    last_reports: HashMap<SupervisionId, ReportView>,
}

async fn views(
    tx: &mut Tx,
    actor: &Actor,
    found: Vec<Supervision>,
    most: i64,
) -> Result<Vec<SupervisionView>> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mut beside = Beside::find(tx, &found, most).await?;
    let mut views = Vec::with_capacity(found.len());
    for supervision in found {
        let tickets = beside.tickets.remove(&supervision.id).unwrap_or_default();
        let tickets = only_readable(tx, actor, tickets).await?;
        views.push(beside.view(actor, supervision, tickets));
    }
    Ok(views)
}

impl Beside {
    async fn find(tx: &mut Tx, found: &[Supervision], most: i64) -> Result<Self> {
        let ids: Vec<SupervisionId> = found.iter().map(|it| it.id).collect();
        let tree = departments::all(tx).await?;
        let issuers: Vec<AgentId> = found.iter().map(|it| it.issuer).collect();
        let leaders = found.iter().filter_map(|it| Ladder(&tree).leader(it.answerable));
        let wanted = Wanted {
            agents: issuers.iter().copied().chain(leaders).collect(),
            ..Wanted::default()
        };
        Ok(Self {
            names: Names::find(tx, &wanted).await?,
            homes: agents::homes(tx, &issuers).await?,
            tickets: targets::first(tx, &ids, most).await?,
            last_reports: reports::last(tx, &ids).await?,
            tree,
        })
    }

    fn view(&mut self, actor: &Actor, it: Supervision, tickets: Vec<Target>) -> SupervisionView {
        let leader = Ladder(&self.tree).leader(it.answerable);
        SupervisionView {
            may: self.may(actor, &it),
            id: it.id,
            state: it.state,
            issuer: self.names.person(it.issuer),
            department: super::board::name(&self.tree, it.department),
            answerable: super::board::name(&self.tree, it.answerable),
            leader: leader.map(|id| self.names.person(id)),
            level: it.level,
            clock: it.clock(),
            acknowledge_by: it.acknowledge_by(),
            deadline: it.deadline,
            report_every: it.report_every.map(u16::from),
            issued_at: it.issued_at,
            acknowledged_at: it.acknowledged_at,
            answered_at: it.answered_at,
            missed_at: it.missed_at,
            lifted_at: it.lifted_at,
            repeated: it.repeated,
            targets: it.targets,
            tickets,
            last_report: self.last_reports.remove(&it.id),
            requirement: it.requirement.into(),
        }
    }

    fn may(&self, actor: &Actor, it: &Supervision) -> Vec<SupervisionAct> {
        let (Some(me), Some(home)) = (actor.agent(), self.homes.get(&it.issuer)) else {
            return Vec::new();
        };
        let fits = |act: SupervisionAct| match act {
            // Once for each level.
            SupervisionAct::Acknowledge => it.acknowledged_at.is_none(),
            _ => true,
        };
        [SupervisionAct::Acknowledge, SupervisionAct::Report, SupervisionAct::Lift]
            .into_iter()
            .filter(|&act| it.state.after(act).is_some() && fits(act))
            .filter(|&act| me.grants.scope(needed(act)).is_some())
            .filter(|&act| it.may(act, &party(me), *home, Ladder(&self.tree)))
            .collect()
    }
}
