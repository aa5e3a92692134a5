//! The fields a step asks for (B-21), and the files that go with it.

use domain::customer::Region;
use domain::event::What;
use domain::field::Field;
use domain::flow::{FieldUse, Step};
use domain::id::{AttachmentId, TaskId};
use domain::invalid::{Flaw, Flaws};
use domain::message::{Author, MessageKind};
use domain::text::Body;
use store::field_values;
use store::messages::{self, NewMessage};

use crate::completing::Completion;
use crate::error::sound;
use crate::work::{Case, Work};
use crate::{DeskError, Result};

/// The fields of the form that the step lets these roles fill in.
fn asked_of<'a>(step: &Step, roles: &[String], form: &'a [Field]) -> Vec<(&'a Field, FieldUse)> {
    let open = step.fields_for(roles).filter(|wanted| wanted.usage.is_open());
    open.filter_map(|wanted| {
        form.iter().find(|field| field.key == wanted.key).map(|field| (field, wanted.usage))
    })
    .collect()
}

/// Programs name a field by its key, pages by its id.
fn is_called(field: &Field, name: &str) -> bool {
    field.key == name || field.id.to_string() == name
}

impl Work<'_> {
    /// Writes what was typed into the step's fields. All flaws are answered at once, under
    /// `fields.{id}`.
    pub(super) async fn fill_in(
        &mut self,
        case: &mut Case,
        step: &Step,
        completion: &Completion,
    ) -> Result<()> {
        let roles = self.my_roles().await?;
        let form = self.catalogue.form(case.ticket.category).to_vec();
        let known = field_values::of_ticket(&mut self.tx, case.ticket.id).await?;
        let mut flaws = Flaws::default();
        let asked = asked_of(step, &roles, &form);
        for (name, _) in &completion.values {
            if !asked.iter().any(|(field, _)| is_called(field, name)) {
                flaws.add(format!("fields.{name}"), Flaw::NotOffered);
            }
        }
        let mut changes = Vec::new();
        for (field, usage) in asked {
            let name = format!("fields.{}", field.id);
            let before = known.iter().find(|(id, _)| *id == field.id).map(|(_, value)| value);
            let typed = completion.values.iter().find(|(name, _)| is_called(field, name));
            match typed.map(|(_, text)| text.trim()).filter(|text| !text.is_empty()) {
                None if before.is_none() && usage == FieldUse::Require => {
                    flaws.add(name, Flaw::Blank);
                }
                None => {}
                Some(text) => {
                    let value = flaws.take(&name, field.kind.parse(text));
                    changes.extend(value.map(|value| (field.clone(), before.cloned(), value)));
                }
            }
        }
        sound(flaws)?;
        for (field, before, value) in changes {
            if before.as_ref() != Some(&value) {
                field_values::set(&mut self.tx, case.ticket.id, field.id, Some(&value)).await?;
                if field.key == Region::FIELD {
                    self.keep_region(case.ticket.requester, value.to_text()).await?;
                }
                let from = before.map(|value| value.to_text());
                self.field_changed(case, &field, from, value.to_text());
            }
        }
        Ok(())
    }

    fn field_changed(&mut self, case: &Case, field: &Field, from: Option<String>, to: String) {
        let name = format!("fields.{}", field.id);
        self.record(case.ticket.id, What::FieldChanged { field: name, from, to: Some(to) });
    }

    async fn my_roles(&mut self) -> Result<Vec<String>> {
        match self.actor.agent() {
            Some(agent) => Ok(store::people::roles::keys_of(&mut self.tx, agent.id).await?),
            None => Ok(Vec::new()),
        }
    }

    /// Files that prove something stand in the timeline, as a note under the step's name; what a
    /// partner sends goes with its task.
    pub(super) async fn attach_evidence(
        &mut self,
        case: &Case,
        task: TaskId,
        step: &Step,
        attachments: &[AttachmentId],
    ) -> Result<()> {
        let Some(me) = self.actor.agent().map(|agent| agent.id) else {
            return self.attach_to_task(case.ticket.id, task, attachments, "attachments").await;
        };
        if attachments.is_empty() {
            return Ok(());
        }
        let body =
            Body::try_from(step.name.as_str()).map_err(|flaw| DeskError::invalid("note", flaw))?;
        let (ticket, author) = (case.ticket.id, Author::Agent(me));
        let kind = MessageKind::Note;
        let note = NewMessage { ticket, author, kind, body: &body, at: self.now, also: "" };
        let message = messages::insert(&mut self.tx, &note).await?;
        self.attach(ticket, message, attachments, &[]).await?;
        self.record(ticket, What::NoteAdded { message, mentions: Vec::new() });
        Ok(())
    }
}
