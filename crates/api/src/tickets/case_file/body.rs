//! A case file, as programs see it.

use std::collections::BTreeMap;

use domain::case_file::{Calculated, CaseFile, Overseen, RelatedTicket, Said, Speaker, Thing};
use domain::identity::IdentityCheck;
use serde::Serialize;
use utoipa::ToSchema;

use super::confirmed::CaseConfirmationBody;
use super::work::{CaseActionBody, CasePromiseBody, CaseWorkBody, PartyBody};
use crate::moment::Moment;
use crate::tickets::RatingBody;
use crate::words::{
    AudienceWord, IdentityMethodWord, IdentityResultWord, LinkWord, ResolutionWord, StateWord,
};

/// The whole matter, for one audience: what that audience may not see is not in it.
#[derive(Serialize, ToSchema)]
pub(crate) struct CaseFileBody {
    audience: AudienceWord,
    made_at: Moment,
    #[schema(examples("GD-20417"))]
    number: String,
    subject: String,
    category: Vec<String>,
    channel: String,
    state: StateWord,
    customer: String,
    /// Never whole.
    #[schema(examples("138 **** 5521"))]
    phone: Option<String>,
    owner: PartyBody,
    created_at: Moment,
    resolved_at: Option<Moment>,
    resolution: Option<ResolutionWord>,
    /// Minutes from filing until it was resolved, or until now.
    elapsed_minutes: i64,
    rating: Option<RatingBody>,
    /// What is written in the ticket's fields.
    facts: Vec<CaseFactBody>,
    things: Vec<CaseThingBody>,
    identity_checks: Vec<IdentityCheckBody>,
    related: Vec<CaseRelatedBody>,
    steps: Vec<CaseWorkBody>,
    answers: Vec<CaseWorkBody>,
    approvals: Vec<CaseWorkBody>,
    /// What partners confirmed or disputed line by line.
    confirmations: Vec<CaseConfirmationBody>,
    actions: Vec<CaseActionBody>,
    promises: Vec<CasePromiseBody>,
    supervisions: Vec<CaseSupervisionBody>,
    calculations: Vec<CaseCalculationBody>,
    messages: Vec<CaseMessageBody>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct CaseFactBody {
    #[schema(examples("外部案号"))]
    label: String,
    value: String,
}

/// What the ticket is about, in another system.
#[derive(Serialize, ToSchema)]
pub(crate) struct CaseThingBody {
    #[schema(examples("order"))]
    kind: String,
    number: String,
}

/// Whether whoever asks is who they say.
#[derive(Serialize, ToSchema)]
pub(crate) struct IdentityCheckBody {
    method: IdentityMethodWord,
    result: IdentityResultWord,
    by: Option<String>,
    at: Moment,
    /// Until when it stands, if it was passed.
    expires_at: Option<Moment>,
}

/// A ticket linked with this one, or what the same customer asked before.
#[derive(Serialize, ToSchema)]
pub(crate) struct CaseRelatedBody {
    number: String,
    subject: String,
    category: Vec<String>,
    state: StateWord,
    created_at: Moment,
    rating: Option<RatingBody>,
    /// `null` when nobody linked it.
    link: Option<LinkWord>,
    same_customer: bool,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct CaseSupervisionBody {
    by: Option<String>,
    department: String,
    requirement: String,
    issued_at: Moment,
    deadline: Moment,
    reports: Vec<String>,
    missed: u32,
    climbed: u32,
    lifted_at: Option<Moment>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct CaseCalculationBody {
    name: String,
    version: u32,
    /// Inputs by their names.
    given: BTreeMap<String, String>,
    result: String,
    at: Moment,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct CaseMessageBody {
    /// As in the timeline.
    event_id: i64,
    from_customer: bool,
    /// For colleagues only.
    note: bool,
    by: Option<String>,
    at: Moment,
    body: String,
    files: Vec<String>,
}

impl From<CaseFile> for CaseFileBody {
    fn from(file: CaseFile) -> Self {
        let elapsed_minutes = file.elapsed().whole_minutes();
        let now = file.made_at;
        let works = |works: Vec<_>| works.into_iter().map(|it| CaseWorkBody::of(it, now)).collect();
        Self {
            audience: file.audience.into(),
            made_at: now.into(),
            number: file.number.to_string(),
            subject: file.subject,
            category: file.category,
            channel: file.channel,
            state: file.state.category().into(),
            customer: file.customer,
            phone: file.phone,
            owner: file.owner.into(),
            created_at: file.created_at.into(),
            resolved_at: file.resolved_at.map(Into::into),
            resolution: file.resolution.map(Into::into),
            elapsed_minutes,
            rating: file.rating.map(Into::into),
            facts: file.facts.into_iter().map(Into::into).collect(),
            things: file.things.into_iter().map(Into::into).collect(),
            identity_checks: file.identity.into_iter().map(Into::into).collect(),
            related: file.related.into_iter().map(Into::into).collect(),
            steps: works(file.steps),
            answers: works(file.answers),
            approvals: works(file.approvals),
            confirmations: file.confirmations.into_iter().map(Into::into).collect(),
            actions: file.actions.into_iter().map(Into::into).collect(),
            promises: file.promises.into_iter().map(|it| CasePromiseBody::of(it, now)).collect(),
            supervisions: file.supervisions.into_iter().map(Into::into).collect(),
            calculations: file.calculations.into_iter().map(Into::into).collect(),
            messages: file.said.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<(String, String)> for CaseFactBody {
    fn from((label, value): (String, String)) -> Self {
        Self { label, value }
    }
}

impl From<Thing> for CaseThingBody {
    fn from(Thing { kind, number }: Thing) -> Self {
        Self { kind: kind.as_str().to_owned(), number }
    }
}

impl From<IdentityCheck> for IdentityCheckBody {
    fn from(check: IdentityCheck) -> Self {
        let expires_at = check.expires_at().map(Into::into);
        let IdentityCheck { method, result, by, at } = check;
        Self { method: method.into(), result: result.into(), by, at: at.into(), expires_at }
    }
}

impl From<RelatedTicket> for CaseRelatedBody {
    fn from(ticket: RelatedTicket) -> Self {
        let RelatedTicket { number, subject, category, state, .. } = ticket;
        let RelatedTicket { created_at, rating, link, same_customer, .. } = ticket;
        Self {
            number: number.to_string(),
            subject,
            category,
            state: state.category().into(),
            created_at: created_at.into(),
            rating: rating.map(Into::into),
            link: link.map(|(kind, _)| kind.into()),
            same_customer,
        }
    }
}

impl From<Overseen> for CaseSupervisionBody {
    fn from(it: Overseen) -> Self {
        let Overseen { by, department, requirement, issued_at, deadline, reports, .. } = it;
        Self {
            by,
            department,
            requirement,
            issued_at: issued_at.into(),
            deadline: deadline.into(),
            reports: reports.into_iter().map(|(_, _, report)| report).collect(),
            missed: it.missed,
            climbed: it.climbed,
            lifted_at: it.lifted_at.map(Into::into),
        }
    }
}

impl From<Calculated> for CaseCalculationBody {
    fn from(Calculated { name, version, given, result, kind: _, at }: Calculated) -> Self {
        Self { name, version, given: given.into_iter().collect(), result, at: at.into() }
    }
}

impl From<Said> for CaseMessageBody {
    fn from(Said { by, at, event, body, files }: Said) -> Self {
        let (from_customer, note, by) = match by {
            Speaker::Customer => (true, false, None),
            Speaker::Agent(name) => (false, false, name),
            Speaker::Note(name) => (false, true, name),
        };
        Self { event_id: event.0, from_customer, note, by, at: at.into(), body, files }
    }
}
