//! Supervision 督办 (D-14, F-09): a leader lays a requirement with a deadline over tickets.
//!
//! Issuing is here; what the supervised side does, how it climbs and how it ends are below.

use std::collections::BTreeMap;

use domain::actor::{Actor, AgentActor, Permission, TakesPart};
use domain::event::What;
use domain::id::{AgentId, DepartmentId, SupervisionId, TicketId};
use domain::invalid::{Flaw, Flaws};
use domain::org::Department;
use domain::page::Handed;
use domain::state::StateCategory;
use domain::supervision::{Ladder, Order, Rhythm, Rung, Supervision};
use domain::text::Requirement;
use domain::time::Timestamp;
use store::people::departments;
use store::supervisions::{self, targets};

use crate::error::{allow, sound};
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

mod answering;
mod board;
mod climbing;
mod lifting;
mod looking;
mod matter;

pub(crate) use looking::{as_far_as, over};

/// What a leader wants to see done, and by when.
#[derive(Clone, Debug)]
pub struct NewSupervision {
    pub tickets: Vec<TicketId>,
    /// Nothing means each ticket's own department.
    pub department: Option<DepartmentId>,
    pub requirement: String,
    pub deadline: Timestamp,
    /// Hours between two reports.
    pub report_every: Option<u16>,
}

/// What became of it: one supervision for each department, and an answer for each ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    pub supervisions: Vec<SupervisionId>,
    pub tickets: Vec<Handed>,
}

/// The same for every department.
struct Terms {
    issuer: AgentId,
    requirement: Requirement,
    deadline: Timestamp,
    report_every: Option<Rhythm>,
}

/// More at once is a mistake.
const MOST: usize = 500;

impl Desk {
    /// One transaction. Tickets that may not or cannot be supervised say why, the others are; when
    /// none can, nothing happens.
    pub async fn supervise(&self, actor: &Actor, new: NewSupervision) -> Result<Issued> {
        let me = actor.agent().ok_or(DeskError::Forbidden)?;
        allow(actor.may_ever(Permission::Supervise))?;
        let mut work = self.work(actor).await?;
        let terms = terms(me, &new, work.now)?;
        let mut tickets = new.tickets;
        // Always in the order of their ids, so that two such calls never wait for each other.
        tickets.sort_unstable();
        tickets.dedup();

        let (cases, refused) = work.supervisable(&tickets).await?;
        let tree = departments::all(&mut work.tx).await?;
        let mut issued = Vec::new();
        for (department, cases) in by_department(cases, new.department) {
            let rung = answers_for(&tree, department)?;
            issued.push(work.lay(&terms, department, rung, cases).await?);
        }
        work.commit().await?;
        let word = |ticket: TicketId| refused.get(&ticket).map(|error| error.code().to_owned());
        let handed = |ticket: TicketId| Handed { number: ticket.number(), refused: word(ticket) };
        Ok(Issued { supervisions: issued, tickets: tickets.into_iter().map(handed).collect() })
    }
}

impl Work<'_> {
    /// The tickets the actor may supervise, locked, and why the others cannot be.
    async fn supervisable(
        &mut self,
        tickets: &[TicketId],
    ) -> Result<(Vec<Case>, BTreeMap<TicketId, DeskError>)> {
        let (mut cases, mut refused) = (Vec::new(), BTreeMap::new());
        for &ticket in tickets {
            match self.supervisable_one(ticket).await {
                Ok(case) => cases.push(case),
                Err(DeskError::Store(error)) => return Err(error.into()),
                Err(error) => drop(refused.insert(ticket, error)),
            }
        }
        match refused.pop_first() {
            Some((_, error)) if cases.is_empty() => Err(error),
            first => {
                refused.extend(first);
                Ok((cases, refused))
            }
        }
    }

    async fn supervisable_one(&mut self, ticket: TicketId) -> Result<Case> {
        let case = self.case(ticket).await?;
        self.allow(Permission::Supervise, &case)?;
        if case.ticket.state.category() == StateCategory::Closed {
            return Err(DeskError::NotNow(case.ticket.state.as_str()));
        }
        Ok(case)
    }

    /// Lays one supervision over tickets, for one department.
    async fn lay(
        &mut self,
        terms: &Terms,
        department: DepartmentId,
        rung: Rung,
        cases: Vec<Case>,
    ) -> Result<SupervisionId> {
        let tickets: Vec<TicketId> = cases.iter().map(|case| case.ticket.id).collect();
        let order = Order {
            issuer: terms.issuer,
            department,
            answerable: rung.department,
            requirement: terms.requirement.clone(),
            targets: u32::try_from(tickets.len()).unwrap_or(u32::MAX),
            deadline: terms.deadline,
            report_every: terms.report_every,
            repeated: targets::any_known(&mut self.tx, &tickets).await?,
        };
        let mut supervision = Supervision::issue(order, self.now);
        supervision.id = supervisions::insert(&mut self.tx, &supervision).await?;
        targets::add(&mut self.tx, supervision.id, &tickets).await?;
        self.follow_through(None, &supervision).await?;
        for mut case in cases {
            let ticket = case.ticket.id;
            case.ticket.supervised += 1;
            self.record(
                ticket,
                What::SupervisionIssued {
                    supervision: supervision.id,
                    department,
                    to: rung.leader,
                    requirement: terms.requirement.to_string(),
                    deadline: terms.deadline,
                },
            );
            // Both read it from now on, wherever it goes.
            self.join(ticket, terms.issuer, TakesPart::Asked).await?;
            self.join(ticket, rung.leader, TakesPart::Asked).await?;
            self.save(case).await?;
        }
        Ok(supervision.id)
    }
}

fn terms(me: &AgentActor, new: &NewSupervision, now: Timestamp) -> Result<Terms> {
    let mut flaws = Flaws::default();
    match new.tickets.len() {
        0 => flaws.add("tickets", Flaw::Blank),
        n if n > MOST => flaws.add("tickets", Flaw::TooMany { max: MOST }),
        _ => {}
    }
    if new.deadline <= now {
        flaws.add("deadline", Flaw::InThePast);
    }
    let requirement = flaws.take("requirement", Requirement::try_from(new.requirement.as_str()));
    let rhythm = new.report_every.map(Rhythm::try_from).transpose();
    let rhythm = flaws.take("report_every", rhythm);
    sound(flaws)?;
    let (Some(requirement), Some(report_every)) = (requirement, rhythm) else {
        return Err(DeskError::invalid("requirement", Flaw::Blank));
    };
    Ok(Terms { issuer: me.id, requirement, deadline: new.deadline, report_every })
}

fn by_department(
    cases: Vec<Case>,
    department: Option<DepartmentId>,
) -> BTreeMap<DepartmentId, Vec<Case>> {
    let mut parts: BTreeMap<DepartmentId, Vec<Case>> = BTreeMap::new();
    for case in cases {
        parts.entry(department.unwrap_or(case.ticket.department)).or_default().push(case);
    }
    parts
}

/// Whoever leads the department, or the nearest above; without one nobody would hear of it.
fn answers_for(tree: &[Department], department: DepartmentId) -> Result<Rung> {
    if !tree.iter().any(|known| known.id == department) {
        return Err(DeskError::invalid("department", Flaw::Unknown));
    }
    let rung = Ladder(tree).first(department);
    rung.ok_or_else(|| DeskError::invalid("department", Flaw::NotOffered))
}
