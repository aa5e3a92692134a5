//! Where attachments' bytes are: a folder, or a bucket.

use std::sync::Arc;

use bytes::Bytes;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};

use crate::{Result, StoreError};

pub mod kind;

#[derive(Clone, Debug)]
pub struct Files(Arc<dyn ObjectStore>);

impl Files {
    /// `file:FOLDER`, or `s3://BUCKET` with the usual `AWS_…` variables in the environment.
    pub async fn open(url: &str) -> Result<Self> {
        if let Some(folder) = url.strip_prefix("file:") {
            let made = tokio::fs::create_dir_all(folder).await;
            made.map_err(|error| StoreError::Folder(folder.to_owned(), error))?;
            return Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?)));
        }
        if url.starts_with("s3://") {
            return Ok(Self(Arc::new(AmazonS3Builder::from_env().with_url(url).build()?)));
        }
        Err(StoreError::FilesUrl(url.to_owned()))
    }

    pub async fn put(&self, path: &str, content: Bytes) -> Result<()> {
        self.0.put(&Path::from(path), content.into()).await?;
        Ok(())
    }

    pub async fn get(&self, path: &str) -> Result<Bytes> {
        Ok(self.0.get(&Path::from(path)).await?.bytes().await?)
    }

    pub async fn delete(&self, path: &str) -> Result<()> {
        match self.0.delete(&Path::from(path)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
