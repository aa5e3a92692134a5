//! Who is signed in, for every page inside the frame.

use domain::actor::Permission;
use domain::page::Me;
use leptos::prelude::*;

use super::api;
use crate::error::AppError;

#[derive(Clone, Copy)]
pub struct Session(OnceResource<Result<Me, AppError>>);

impl Session {
    pub fn provide() -> Self {
        let session = Self(OnceResource::new_blocking(api::session::who_am_i()));
        provide_context(session);
        session
    }

    /// Read inside a `Suspense` or a handler.
    pub fn me(self) -> Option<Result<Me, AppError>> {
        self.0.get()
    }

    pub async fn find(self) -> Result<Me, AppError> {
        self.0.await
    }

    pub fn may(self, permission: Permission) -> bool {
        self.me().is_some_and(|me| me.is_ok_and(|me| me.permissions.contains(&permission)))
    }
}

pub fn session() -> Session {
    use_context().unwrap_or_else(Session::provide)
}
