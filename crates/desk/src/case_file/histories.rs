//! What happened, read from the events, the oldest first.

use domain::case_file::{ActionResult, ActionTaken, Calculated, Overseen, Said, Speaker, Thing};
use domain::event::{Told, What};
use domain::id::{SupervisionId, TaskId, TicketId};
use domain::message::MessageKind;
use domain::page::Entry;
use domain::time::Timestamp;
use store::{Tx, timelines};

use crate::Result;

/// More than ever happened to one ticket; the newest of it where that is wrong.
const EVENTS: u16 = 5000;

pub(super) struct History(Vec<Entry>);

impl History {
    pub async fn of(tx: &mut Tx, ticket: TicketId) -> Result<Self> {
        let mut entries = timelines::page(tx, ticket, None, EVENTS).await?.entries;
        entries.reverse();
        Ok(Self(entries))
    }

    /// Those that were not taken away again.
    pub fn things(&self) -> Vec<Thing> {
        let mut things: Vec<Thing> = Vec::new();
        for entry in &self.0 {
            match entry.what() {
                What::BusinessRefAdded { thing, number } => {
                    things.push(Thing { kind: *thing, number: number.clone() });
                }
                What::BusinessRefRemoved { thing, number } => {
                    things.retain(|known| known.kind != *thing || known.number != *number);
                }
                _ => {}
            }
        }
        things
    }

    /// Each as it ended, where it has.
    pub fn actions(&self) -> Vec<ActionTaken> {
        let mut actions: Vec<(TaskId, ActionTaken)> = Vec::new();
        for entry in &self.0 {
            if let What::ExternalActionRequested { task, action } = entry.what() {
                let (name, at, event) = (action.name.clone(), entry.event.at, entry.event.id);
                let result = ActionResult::Waiting;
                actions.push((*task, ActionTaken { name, at, event, result }));
            } else if let Some((task, result)) = ended(entry) {
                let asked = actions.iter_mut().rev().find(|(asked, _)| *asked == task);
                if let Some((_, action)) = asked {
                    action.result = result;
                }
            }
        }
        actions.into_iter().map(|(_, action)| action).collect()
    }

    /// How telling the customer went, each time.
    pub fn told(&self) -> Vec<(Timestamp, Told)> {
        let told = self.0.iter().filter_map(|entry| match entry.what() {
            What::ResultNotified { outcome } => Some((entry.event.at, *outcome)),
            _ => None,
        });
        told.collect()
    }

    pub fn supervisions(&self) -> Vec<Overseen> {
        let mut all: Vec<(SupervisionId, Overseen)> = Vec::new();
        for entry in &self.0 {
            if let What::SupervisionIssued { supervision, .. } = entry.what() {
                all.extend(issued(entry).map(|overseen| (*supervision, overseen)));
            } else if let Some((supervision, go_on)) = course(entry) {
                let known = all.iter_mut().find(|(known, _)| *known == supervision);
                if let Some((_, overseen)) = known {
                    go_on(overseen);
                }
            }
        }
        all.into_iter().map(|(_, overseen)| overseen).collect()
    }

    pub fn calculations(&self) -> Vec<Calculated> {
        let stored = self.0.iter().filter_map(|entry| match entry.what() {
            What::CalculationStored { name, version, calculation, result_kind, .. } => {
                let given = calculation.given.iter();
                Some(Calculated {
                    name: name.clone(),
                    version: *version,
                    given: given.map(|it| (it.name.clone(), it.text.clone())).collect(),
                    result: calculation.result.clone(),
                    kind: *result_kind,
                    at: entry.event.at,
                })
            }
            _ => None,
        });
        stored.collect()
    }

    pub fn said(&self) -> Vec<Said> {
        self.0.iter().filter_map(said).collect()
    }
}

fn ended(entry: &Entry) -> Option<(TaskId, ActionResult)> {
    let at = entry.event.at;
    match entry.what() {
        What::ExternalActionConfirmed { task, reference, state, .. } => {
            let (reference, state) = (reference.clone(), state.clone());
            Some((*task, ActionResult::Confirmed { reference, state, at }))
        }
        What::ExternalActionRefused { task, reason, .. } => {
            Some((*task, ActionResult::Refused { reason: reason.clone(), at }))
        }
        What::ExternalActionUnknown { task, trouble, .. } => {
            Some((*task, ActionResult::Unknown { trouble: *trouble, at }))
        }
        _ => None,
    }
}

fn issued(entry: &Entry) -> Option<Overseen> {
    let What::SupervisionIssued { requirement, deadline, .. } = entry.what() else { return None };
    Some(Overseen {
        by: entry.who.clone(),
        department: entry.names.first().cloned().unwrap_or_default(),
        requirement: requirement.clone(),
        issued_at: entry.event.at,
        deadline: *deadline,
        reports: Vec::new(),
        missed: 0,
        climbed: 0,
        lifted_at: None,
    })
}

type GoOn<'a> = Box<dyn FnOnce(&mut Overseen) + Send + 'a>;

/// What an event adds to which supervision.
fn course(entry: &Entry) -> Option<(SupervisionId, GoOn<'_>)> {
    let at = entry.event.at;
    match entry.what() {
        What::SupervisionReported { supervision, report, said } => {
            Some((*supervision, Box::new(move |it| it.reports.push((at, *said, report.clone())))))
        }
        What::SupervisionOverdue { supervision, .. } => {
            Some((*supervision, Box::new(|it| it.missed += 1)))
        }
        What::SupervisionEscalated { supervision, .. } => {
            Some((*supervision, Box::new(|it| it.climbed += 1)))
        }
        What::SupervisionLifted { supervision, .. } => {
            Some((*supervision, Box::new(move |it| it.lifted_at = Some(at))))
        }
        _ => None,
    }
}

fn said(entry: &Entry) -> Option<Said> {
    let message = entry.message.as_ref()?;
    let who = entry.who.clone();
    let by = match (message.kind, message.from_customer) {
        (MessageKind::Note, _) => Speaker::Note(who),
        (MessageKind::PublicReply, true) => Speaker::Customer,
        (MessageKind::PublicReply, false) => Speaker::Agent(who),
    };
    Some(Said {
        by,
        at: entry.event.at,
        event: entry.event.id,
        body: message.body.clone(),
        files: message.attachments.iter().map(|file| file.name.clone()).collect(),
    })
}
