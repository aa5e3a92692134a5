//! Changing what is written on a ticket, field by field (leap 12).
//!
//! An edit says what the value was when its writer looked. Where that still stands it is applied;
//! where somebody else was faster, both values go back to the writer as a choice. So two people may
//! change different things of one ticket at once, and neither overwrites the other unseen.

use domain::actor::{Actor, Permission, TakesPart};
use domain::business::RefKind;
use domain::event::What;
use domain::field::{Field, FieldValue};
use domain::id::{AgentId, CategoryId, FieldId, TicketId};
use domain::invalid::Flaw;
use domain::page::{Edit, EditConflict, EditField};
use domain::priority::Priority;
use domain::text::Subject;
use store::{edits, field_values, participants};

use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

impl Desk {
    /// Applies every edit whose starting value still stands, and answers with the others: somebody
    /// changed the same field meanwhile, and a person has to choose.
    pub async fn edit(
        &self,
        actor: &Actor,
        ticket: TicketId,
        wanted: Vec<Edit>,
    ) -> Result<Vec<EditConflict>> {
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::EditTickets, &case)?;

        let mut conflicts = Vec::new();
        for edit in wanted {
            let current = work.current(&case, edit.field).await?;
            if current == tidy(edit.to.clone()) {
                continue;
            }
            if current == tidy(edit.from.clone()) {
                work.apply(&mut case, edit.field, current, tidy(edit.to)).await?;
            } else {
                conflicts.push(work.conflict(&case, edit, current).await?);
            }
        }
        work.save(case).await?;
        work.commit().await?;
        Ok(conflicts)
    }

    pub async fn follow(&self, actor: &Actor, ticket: TicketId, follow: bool) -> Result<()> {
        let me = actor.agent().ok_or(DeskError::Forbidden)?.id;
        let mut work = self.work(actor).await?;
        let case = work.case(ticket).await?;

        if participants::set_follows(&mut work.tx, ticket, me, follow).await? {
            work.record(
                ticket,
                if follow {
                    What::FollowerAdded { agent: me }
                } else {
                    What::FollowerRemoved { agent: me }
                },
            );
        }
        work.save(case).await?;
        work.commit().await
    }
}

/// The name a change is written down under.
pub(crate) fn name(field: EditField) -> String {
    match field {
        EditField::Subject => "subject".to_owned(),
        EditField::Urgency => "urgency".to_owned(),
        EditField::Importance => "importance".to_owned(),
        EditField::Priority => "priority".to_owned(),
        EditField::Category => "category".to_owned(),
        EditField::Owner => "owner".to_owned(),
        EditField::Custom(id) => format!("fields.{id}"),
    }
}

/// Nothing and blank are the same.
fn tidy(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl Work<'_> {
    async fn current(&mut self, case: &Case, field: EditField) -> Result<Option<String>> {
        let ticket = &case.ticket;
        Ok(match field {
            EditField::Subject => Some(ticket.subject.to_string()),
            EditField::Urgency => Some(ticket.urgency.as_str().to_owned()),
            EditField::Importance => Some(ticket.importance.as_str().to_owned()),
            EditField::Priority => Some(ticket.priority.as_str().to_owned()),
            EditField::Category => Some(ticket.category.to_string()),
            EditField::Owner => ticket.owner.map(|owner| owner.to_string()),
            EditField::Custom(id) => {
                let values = field_values::of_ticket(&mut self.tx, ticket.id).await?;
                let value = values.into_iter().find(|(known, _)| *known == id);
                value.map(|(_, value)| value.to_text())
            }
        })
    }

    async fn apply(
        &mut self,
        case: &mut Case,
        field: EditField,
        from: Option<String>,
        to: Option<String>,
    ) -> Result<()> {
        let flaw = |flaw| DeskError::invalid(&name(field), flaw);
        let needed = || to.clone().ok_or_else(|| flaw(Flaw::Blank));
        let ticket = &mut case.ticket;
        match field {
            EditField::Subject => {
                ticket.subject = Subject::try_from(needed()?).map_err(flaw)?;
            }
            EditField::Urgency => {
                ticket.urgency = needed()?.parse().map_err(flaw)?;
                self.reprioritise(case, field, from, to);
                return Ok(());
            }
            EditField::Importance => {
                ticket.importance = needed()?.parse().map_err(flaw)?;
                self.reprioritise(case, field, from, to);
                return Ok(());
            }
            EditField::Priority => {
                let to: Priority = needed()?.parse().map_err(flaw)?;
                let from = std::mem::replace(&mut ticket.priority, to);
                self.record(case.ticket.id, What::PriorityChanged { from, to, reason: None });
                return Ok(());
            }
            EditField::Category => {
                let to = needed()?.parse().map_err(|_| flaw(Flaw::Unknown))?;
                return self.categorise(case, to);
            }
            EditField::Owner => {
                let to = to.map(|to| to.parse()).transpose();
                let to: Option<AgentId> = to.map_err(|_| flaw(Flaw::Unknown))?;
                return self.make_owner(case, to).await;
            }
            EditField::Custom(id) => self.fill(case, id, to.as_deref()).await?,
        }
        let field = name(field);
        self.record(case.ticket.id, What::FieldChanged { field, from, to });
        Ok(())
    }

    /// Writes a custom field as an edit does, with the same trace, over what the writer saw there.
    pub(crate) async fn write_field(
        &mut self,
        case: &mut Case,
        field: FieldId,
        seen: Option<String>,
        to: &str,
    ) -> Result<()> {
        let field = EditField::Custom(field);
        let current = self.current(case, field).await?;
        match current.as_deref() {
            known if known == Some(to) => Ok(()),
            known if known == tidy(seen).as_deref() => {
                self.apply(case, field, current, Some(to.to_owned())).await
            }
            _ => Err(DeskError::Conflict),
        }
    }

    /// B-17: the matrix decides again.
    fn reprioritise(
        &mut self,
        case: &mut Case,
        field: EditField,
        from: Option<String>,
        to: Option<String>,
    ) {
        let ticket = &mut case.ticket;
        let priority = Priority::of(ticket.urgency, ticket.importance);
        let before = std::mem::replace(&mut ticket.priority, priority);
        let id = ticket.id;
        self.record(id, What::FieldChanged { field: name(field), from, to });
        if before != priority {
            let (from, to) = (before, priority);
            self.record(id, What::PriorityChanged { from, to, reason: None });
        }
    }

    /// The values of the old form stay stored; those of the new one are asked for.
    fn categorise(&mut self, case: &mut Case, to: CategoryId) -> Result<()> {
        let leaf = self.catalogue.tree.leaves().any(|category| category.id == to);
        if !leaf {
            return Err(DeskError::invalid("category", Flaw::NotAChoice));
        }
        let from = std::mem::replace(&mut case.ticket.category, to);
        self.record(case.ticket.id, What::CategoryChanged { from, to });
        Ok(())
    }

    async fn make_owner(&mut self, case: &mut Case, to: Option<AgentId>) -> Result<()> {
        if let Some(agent) = to {
            self.must_exist(agent).await?;
            self.join(case.ticket.id, agent, TakesPart::Working).await?;
        }
        let from = std::mem::replace(&mut case.ticket.owner, to);
        self.record(case.ticket.id, What::OwnerChanged { from, to });
        Ok(())
    }

    async fn fill(&mut self, case: &Case, id: FieldId, text: Option<&str>) -> Result<()> {
        let field: Field = self
            .catalogue
            .form(case.ticket.category)
            .iter()
            .find(|field| field.id == id)
            .cloned()
            .ok_or_else(|| DeskError::invalid(&format!("fields.{id}"), Flaw::Unknown))?;
        let value: Option<FieldValue> = match text {
            None if field.required => {
                return Err(DeskError::invalid(&format!("fields.{id}"), Flaw::Blank));
            }
            None => None,
            Some(text) => Some(
                field
                    .kind
                    .parse(text)
                    .map_err(|flaw| DeskError::invalid(&format!("fields.{id}"), flaw))?,
            ),
        };
        let ticket = case.ticket.id;
        if let Some(value) = &value {
            self.attach_value(ticket, None, (id, value), &[]).await?;
        }
        if let Some(FieldValue::Order(number)) = &value
            && self.is_about(ticket, RefKind::Order, number).await?
        {
            let (thing, number) = (RefKind::Order, number.clone());
            self.record(ticket, What::BusinessRefAdded { thing, number });
        }
        Ok(field_values::set(&mut self.tx, ticket, id, value.as_ref()).await?)
    }

    async fn conflict(
        &mut self,
        case: &Case,
        edit: Edit,
        theirs: Option<String>,
    ) -> Result<EditConflict> {
        let last = edits::last(&mut self.tx, case.ticket.id, &name(edit.field)).await?;
        let (by, at) = last.map_or((None, None), |(by, at)| (by, Some(at)));
        Ok(EditConflict { field: edit.field, theirs, yours: edit.to, by, at })
    }
}
