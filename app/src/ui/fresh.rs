//! Keeping what is shown as new as the news.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::error::AppError;

/// Asks again whenever `version` moves on, and shows the answer. However often it moves while an
/// answer is under way, it is asked once more. A failed question leaves what was shown.
pub fn keep_fresh<T, Answer>(
    version: Signal<u64>,
    shown: RwSignal<T>,
    ask: impl Fn() -> Answer + Clone + 'static,
) where
    T: Send + Sync + 'static,
    Answer: Future<Output = Result<T, AppError>> + 'static,
{
    let asking = StoredValue::new(false);
    let again = StoredValue::new(false);
    Effect::new(move |before: Option<u64>| {
        let version = version.get();
        if before.is_some_and(|before| before != version) {
            if asking.get_value() {
                again.set_value(true);
            } else {
                asking.set_value(true);
                spawn_local(ask_until_quiet(asking, again, shown, ask.clone()));
            }
        }
        version
    });
}

async fn ask_until_quiet<T, Answer>(
    asking: StoredValue<bool>,
    again: StoredValue<bool>,
    shown: RwSignal<T>,
    ask: impl Fn() -> Answer,
) where
    T: Send + Sync + 'static,
    Answer: Future<Output = Result<T, AppError>>,
{
    loop {
        if let Ok(answer) = ask().await
            && shown.try_set(answer).is_some()
        {
            // The page is gone, and took what was shown with it.
            return;
        }
        if !again.try_get_value().unwrap_or_default() {
            break;
        }
        again.try_set_value(false);
    }
    asking.try_set_value(false);
}
