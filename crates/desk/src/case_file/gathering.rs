//! Everything there is about a ticket, before anything is left out.

use domain::actor::Actor;
use domain::case_file::{Audience, CaseFile, Party, RelatedTicket};
use domain::field::FieldValue;
use domain::page::FieldView;
use domain::ticket::Ticket;
use domain::time::Timestamp;
use store::names::{Names, Paths};
use store::{Tx, cards, identity_checks, pages, tasks, tickets};

use super::histories::History;
use super::{confirmations, works};
use crate::pages::{flow, links, of_tasks, only_readable};
use crate::{DeskError, Result};

/// What else the customer asked for, at most.
const EARLIER: u16 = 20;

pub(super) async fn all(
    tx: &mut Tx,
    actor: &Actor,
    ticket: &Ticket,
    now: Timestamp,
) -> Result<CaseFile> {
    let header = pages::header(tx, ticket.id).await?;
    let customer = cards::card(tx, ticket.requester).await?.ok_or(DeskError::NotFound)?;
    let all_tasks = tasks::of_ticket(tx, ticket.id).await?;
    let flow = flow(tx, ticket).await?;
    let names = Names::find(tx, &of_tasks(&all_tasks)).await?;
    let paths = Paths::load(tx).await?;
    let history = History::of(tx, ticket.id).await?;
    let works = works::Works { flow: &flow, names: &names, tasks: &all_tasks };
    Ok(CaseFile {
        audience: Audience::Internal,
        made_at: now,
        number: ticket.id.number(),
        subject: ticket.subject.as_str().to_owned(),
        category: paths.of(ticket.category),
        channel: header.channel,
        state: ticket.state,
        customer: customer.name,
        phone: customer.phone,
        owner: Party { name: header.owner, place: header.group_name },
        created_at: ticket.created_at,
        resolved_at: ticket.resolved_at,
        resolution: ticket.resolution,
        rating: ticket.rating,
        facts: pages::fields(tx, ticket).await?.into_iter().filter_map(fact).collect(),
        things: history.things(),
        identity: identity_checks::of_ticket(tx, ticket.id).await?,
        related: related(tx, actor, ticket, &paths).await?,
        steps: works.steps(),
        answers: works.answers(),
        approvals: works.approvals(),
        confirmations: confirmations::of(tx, ticket.id, &works).await?,
        partners: works.partners(),
        actions: history.actions(),
        promises: works.promises(ticket),
        told: history.told(),
        supervisions: history.supervisions(),
        calculations: history.calculations(),
        said: history.said(),
    })
}

/// Numbers that reach or name a person are not even gathered.
fn fact(FieldView { field, value }: FieldView) -> Option<(String, String)> {
    let text = match value? {
        FieldValue::Phone(phone) => phone.masked(),
        FieldValue::IdNumber(number) => number.masked(),
        FieldValue::Attachment(_) => return None,
        value @ (FieldValue::Text(_)
        | FieldValue::Number(_)
        | FieldValue::Money(_)
        | FieldValue::Date(_)
        | FieldValue::Choice(_)
        | FieldValue::Choices(_)
        | FieldValue::Cascade(_)
        | FieldValue::Order(_)) => value.to_text(),
    };
    Some((field.label, text))
}

/// The tickets this one is linked with, and what the same customer asked before; of both what the
/// actor may read.
async fn related(
    tx: &mut Tx,
    actor: &Actor,
    ticket: &Ticket,
    paths: &Paths,
) -> Result<Vec<RelatedTicket>> {
    let mut related = Vec::new();
    for link in links(tx, actor, ticket.id).await? {
        let Some(other) = tickets::find(tx, link.number.0).await? else { continue };
        let told = RelatedTicket { link: Some((link.kind, link.inward)), ..tell(&other, paths) };
        related.push(RelatedTicket { same_customer: other.requester == ticket.requester, ..told });
    }
    let earlier = cards::earlier(tx, ticket.requester, Some(ticket.id), EARLIER).await?;
    for earlier in only_readable(tx, actor, earlier).await? {
        let known = related.iter().any(|it| it.number == earlier.number);
        let Some(other) = tickets::find(tx, earlier.number.0).await?.filter(|_| !known) else {
            continue;
        };
        related.push(tell(&other, paths));
    }
    Ok(related)
}

fn tell(ticket: &Ticket, paths: &Paths) -> RelatedTicket {
    RelatedTicket {
        number: ticket.id.number(),
        subject: ticket.subject.as_str().to_owned(),
        category: paths.of(ticket.category),
        state: ticket.state,
        created_at: ticket.created_at,
        rating: ticket.rating,
        link: None,
        same_customer: true,
    }
}
