//! Sending uploaded files with a message.

use domain::id::{AttachmentId, MessageId, TicketId};
use domain::invalid::Flaw;
use store::attaching::{self, Uploader};

use crate::work::Work;
use crate::{DeskError, Result};

impl Work<'_> {
    /// Only whoever uploaded a file may send it, once.
    pub async fn attach(
        &mut self,
        ticket: TicketId,
        message: MessageId,
        attachments: &[AttachmentId],
        keys: &[String],
    ) -> Result<()> {
        const MOST: usize = 20;
        if attachments.len() > MOST {
            return Err(DeskError::invalid("attachments", Flaw::TooMany { max: MOST }));
        }
        for attachment in attachments {
            let uploader = Uploader {
                agent: self.actor.agent().map(|agent| agent.id),
                customer: self.actor.customer(),
                keys,
            };
            if !attaching::send(&mut self.tx, *attachment, uploader, ticket, message).await? {
                return Err(DeskError::invalid("attachments", Flaw::Unknown));
            }
        }
        Ok(())
    }
}
