//! Where attachments' bytes are: a folder, or a bucket.

use std::sync::Arc;

use object_store::ObjectStore;

#[derive(Clone, Debug)]
pub struct Files(pub(crate) Arc<dyn ObjectStore>);
