//! Files on tickets.

use bytes::Bytes;
use domain::actor::{Actor, Permission};
use domain::id::AttachmentId;
use domain::invalid::Flaw;
use domain::message::{Attachment, MessageKind};
use store::Tx;
use store::attachments::{self, Kept, NewRow};
use store::files::kind;

use crate::error::{DeskError, allow};
use crate::pages::readable;
use crate::{Desk, Result, chance};

/// A file that was taken in and not yet sent with anything. A visitor proves by `key` that it is
/// theirs; everybody else by who they are.
#[derive(Clone, Debug)]
pub struct Upload {
    pub attachment: Attachment,
    pub key: String,
}

impl Desk {
    /// The kind is found by looking at the content.
    pub async fn upload(&self, actor: &Actor, name: &str, content: Bytes) -> Result<Upload> {
        allow(may_send(actor) || self.has_work(actor).await?)?;
        let media_type = self.accept(&content)?;
        let name = kind::tidy_name(name, media_type);
        let (path, key) = (new_path(), new_key(actor));
        self.files.put(&path, content.clone()).await?;
        let row = NewRow {
            agent: actor.agent().map(|it| it.id),
            customer: actor.customer(),
            contact: actor.partner().map(|it| it.contact),
            upload_key: key.as_deref(),
            name: &name,
            media_type,
            size: content.len() as u64,
            path: &path,
        };
        let mut tx = self.store.begin().await?;
        let id = attachments::insert(&mut tx, row, self.clock.now()).await?;
        tx.commit().await?;
        let (media_type, size) = (media_type.to_owned(), content.len() as u64);
        let attachment = Attachment { id, name, media_type, size };
        Ok(Upload { attachment, key: key.unwrap_or_default() })
    }

    pub async fn download(
        &self,
        actor: &Actor,
        attachment: AttachmentId,
    ) -> Result<(Attachment, Bytes)> {
        let mut tx = self.store.read().await?;
        let kept = attachments::find(&mut tx, attachment).await?.ok_or(DeskError::NotFound)?;
        let mine = may_read(&mut tx, actor, &kept).await?;
        drop(tx);
        if !mine {
            return Err(DeskError::NotFound);
        }
        Ok((kept.attachment, self.files.get(&kept.path).await?))
    }

    /// The ticket a file was sent on, for whoever comes with a link to that ticket.
    pub async fn ticket_of_file(&self, attachment: AttachmentId) -> Result<domain::id::TicketId> {
        let mut tx = self.store.read().await?;
        let kept = attachments::find(&mut tx, attachment).await?;
        kept.and_then(|it| it.sent).map(|sent| sent.ticket).ok_or(DeskError::NotFound)
    }

    /// Whoever is asked may prove their answer, whatever else they may.
    async fn has_work(&self, actor: &Actor) -> Result<bool> {
        let Some(me) = actor.agent() else { return Ok(false) };
        let mut tx = self.store.read().await?;
        Ok(!store::tasks::actionable_of(&mut tx, me.id, 1).await?.is_empty())
    }

    fn accept(&self, content: &Bytes) -> Result<&'static str> {
        let refuse = |flaw| DeskError::invalid("file", flaw);
        if content.is_empty() {
            return Err(refuse(Flaw::Blank));
        }
        if content.len() as u64 > self.largest_file {
            return Err(refuse(Flaw::FileTooLarge { max_mb: self.largest_file / (1024 * 1024) }));
        }
        kind::media_type(content).ok_or_else(|| refuse(Flaw::FileKind))
    }
}

/// Whoever may say something may send a file with it.
fn may_send(actor: &Actor) -> bool {
    let saying = [Permission::Reply, Permission::Note, Permission::CreateTickets];
    matches!(actor, Actor::Link { .. } | Actor::Partner(_))
        || saying.into_iter().any(|it| actor.may_ever(it))
}

/// Sent files go with the message they came with; unsent ones are their uploader's alone.
async fn may_read(tx: &mut Tx, actor: &Actor, kept: &Kept) -> Result<bool> {
    let Some(sent) = kept.sent else { return Ok(is_uploader(actor, kept)) };
    if goes_with_own_task(tx, actor, kept).await? {
        return Ok(true);
    }
    readable(tx, actor, sent.ticket).await?;
    Ok(match actor {
        Actor::Agent(_) | Actor::System => true,
        Actor::Customer(_) | Actor::Link { .. } | Actor::Partner(_) | Actor::Visitor => {
            sent.kind == MessageKind::PublicReply
        }
    })
}

async fn goes_with_own_task(tx: &mut Tx, actor: &Actor, kept: &Kept) -> Result<bool> {
    let Some(task) = kept.task else { return Ok(false) };
    let task = store::tasks::find(tx, task).await?;
    Ok(task.is_some_and(|task| crate::narrow::sees(actor, &task)))
}

pub(crate) fn is_uploader(actor: &Actor, kept: &Kept) -> bool {
    match actor {
        Actor::Agent(agent) => kept.agent == Some(agent.id),
        Actor::Customer(id) => kept.customer == Some(*id),
        Actor::Partner(partner) => kept.contact == Some(partner.contact),
        Actor::System => true,
        Actor::Link { .. } | Actor::Visitor => false,
    }
}

/// Nothing about a file's place can be guessed, and no folder becomes too full.
fn new_path() -> String {
    let name = chance::secret();
    format!("{}/{name}", &name[..2])
}

fn new_key(actor: &Actor) -> Option<String> {
    matches!(actor, Actor::Visitor).then(chance::secret)
}
