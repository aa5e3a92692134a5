//! Sending uploaded files with a message.

use domain::field::FieldValue;
use domain::id::{AttachmentId, FieldId, MessageId, TaskId, TicketId};
use domain::invalid::Flaw;
use store::attaching::{self, Uploader};

use crate::work::Work;
use crate::{DeskError, Result};

/// The most that are sent in one go.
const MOST: usize = 20;

impl Work<'_> {
    /// Only whoever uploaded a file may send it, once.
    pub async fn attach(
        &mut self,
        ticket: TicketId,
        message: MessageId,
        attachments: &[AttachmentId],
        keys: &[String],
    ) -> Result<()> {
        if attachments.len() > MOST {
            return Err(DeskError::invalid("attachments", Flaw::TooMany { max: MOST }));
        }
        for attachment in attachments {
            if !self.send(*attachment, ticket, Some(message), keys).await? {
                return Err(DeskError::invalid("attachments", Flaw::Unknown));
            }
        }
        Ok(())
    }

    /// Files that go with a task: whoever sees it sees them, and the customer does not.
    pub async fn attach_to_task(
        &mut self,
        ticket: TicketId,
        task: TaskId,
        attachments: &[AttachmentId],
        field: &str,
    ) -> Result<()> {
        if attachments.len() > MOST {
            return Err(DeskError::invalid(field, Flaw::TooMany { max: MOST }));
        }
        for attachment in attachments {
            if !self.send(*attachment, ticket, None, &[]).await? {
                return Err(DeskError::invalid(field, Flaw::Unknown));
            }
            attaching::put_to(&mut self.tx, *attachment, task).await?;
        }
        Ok(())
    }

    /// A file that is the value of a field goes the same way; without a message, it is for those
    /// who work here.
    pub async fn attach_value(
        &mut self,
        ticket: TicketId,
        message: Option<MessageId>,
        (field, value): (FieldId, &FieldValue),
        keys: &[String],
    ) -> Result<()> {
        let FieldValue::Attachment(attachment) = value else { return Ok(()) };
        if self.send(*attachment, ticket, message, keys).await? {
            Ok(())
        } else {
            Err(DeskError::invalid(&format!("fields.{field}"), Flaw::Unknown))
        }
    }

    async fn send(
        &mut self,
        attachment: AttachmentId,
        ticket: TicketId,
        message: Option<MessageId>,
        keys: &[String],
    ) -> Result<bool> {
        let uploader = Uploader {
            agent: self.actor.agent().map(|agent| agent.id),
            customer: self.actor.customer(),
            contact: self.actor.partner().map(|it| it.contact),
            keys,
        };
        Ok(attaching::send(&mut self.tx, attachment, uploader, ticket, message).await?)
    }
}
