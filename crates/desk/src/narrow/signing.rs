//! Putting a name to an answer: drawn with a finger, or typed (K-06).

use domain::actor::Actor;
use domain::confirming::Signature;
use domain::event::What;
use domain::id::AttachmentId;
use domain::invalid::Flaw;
use domain::narrow::Signing;
use domain::task::Task;
use domain::text::Name;
use sha2::{Digest, Sha256};
use store::{attachments, signatures};

use crate::attachments::is_uploader;
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

/// A name and the hash of how it was written, before it is kept.
#[derive(Clone, Debug)]
pub(super) struct Sealed {
    name: String,
    drawn: Option<AttachmentId>,
    sha256: String,
}

impl Desk {
    /// Takes the hash of what was drawn, or of what was typed.
    pub(super) async fn seal(
        &self,
        actor: &Actor,
        signing: Option<Signing>,
    ) -> Result<Option<Sealed>> {
        let Some(Signing { name, drawn }) = signing else { return Ok(None) };
        let name = Name::try_from(name).map_err(|flaw| DeskError::invalid("signed_name", flaw))?;
        let sha256 = match drawn {
            Some(drawn) => self.hash_of_picture(actor, drawn).await?,
            None => hash(name.as_str().as_bytes()),
        };
        Ok(Some(Sealed { name: name.into(), drawn, sha256 }))
    }

    async fn hash_of_picture(&self, actor: &Actor, drawn: AttachmentId) -> Result<String> {
        let unknown = || DeskError::invalid("signature", Flaw::Unknown);
        let mut tx = self.store.read().await?;
        let kept = attachments::find(&mut tx, drawn).await?;
        drop(tx);
        let kept = kept.filter(|kept| is_uploader(actor, kept)).ok_or_else(unknown)?;
        if kept.attachment.media_type != "image/png" {
            return Err(DeskError::invalid("signature", Flaw::FileKind));
        }
        Ok(hash(&self.files.get(&kept.path).await?))
    }
}

impl Work<'_> {
    pub(super) async fn sign(&mut self, case: &Case, task: &Task, sealed: Sealed) -> Result<()> {
        let Sealed { name, drawn, sha256 } = sealed;
        let (ticket, drawing) = (case.ticket.id, drawn.into_iter().collect::<Vec<_>>());
        self.attach_to_task(ticket, task.id, &drawing, "signature").await?;
        let signature = Signature { name, attachment: drawn, sha256, at: self.now };
        signatures::insert(&mut self.tx, task.id, &signature).await?;
        let Signature { name, attachment, sha256, at: _ } = signature;
        self.record(ticket, What::Signed { task: task.id, name, attachment, sha256 });
        Ok(())
    }
}

fn hash(content: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(content).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap_or_default();
        text
    })
}
