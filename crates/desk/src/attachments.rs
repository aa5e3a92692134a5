//! Files on tickets.

use bytes::Bytes;
use domain::actor::Actor;
use domain::id::AttachmentId;
use domain::message::Attachment;

use crate::{Desk, Result};

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
        let _ = (actor, name, content);
        unimplemented!()
    }

    pub async fn download(
        &self,
        actor: &Actor,
        attachment: AttachmentId,
    ) -> Result<(Attachment, Bytes)> {
        let _ = (actor, attachment);
        unimplemented!()
    }
}
