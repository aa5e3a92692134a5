//! Keeping what is shown as new as the news.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::error::AppError;

/// Asks again whenever `version` moves on, and shows the answer. However often it moves while an
/// answer is under way, it is asked once more. A failed question leaves what was shown.
///
/// True once the answer was that there is nothing of the kind, or no longer for this reader; who
/// shows one thing stops showing it then.
pub fn keep_fresh<T, Answer>(
    version: Signal<u64>,
    shown: RwSignal<T>,
    ask: impl Fn() -> Answer + Clone + 'static,
) -> ReadSignal<bool>
where
    T: Send + Sync + 'static,
    Answer: Future<Output = Result<T, AppError>> + 'static,
{
    let asking = StoredValue::new(false);
    let again = StoredValue::new(false);
    let gone = RwSignal::new(false);
    Effect::new(move |before: Option<u64>| {
        let version = version.get();
        if before.is_some_and(|before| before != version) {
            if asking.get_value() {
                again.set_value(true);
            } else {
                asking.set_value(true);
                spawn_local(ask_until_quiet(asking, again, shown, gone, ask.clone()));
            }
        }
        version
    });
    gone.read_only()
}

async fn ask_until_quiet<T, Answer>(
    asking: StoredValue<bool>,
    again: StoredValue<bool>,
    shown: RwSignal<T>,
    gone: RwSignal<bool>,
    ask: impl Fn() -> Answer,
) where
    T: Send + Sync + 'static,
    Answer: Future<Output = Result<T, AppError>>,
{
    loop {
        let page_is_gone = match ask().await {
            Ok(answer) => shown.try_set(answer).is_some(),
            Err(AppError::NotFound) => gone.try_set(true).is_some(),
            Err(_) => false,
        };
        if page_is_gone {
            return;
        }
        if !again.try_get_value().unwrap_or_default() {
            break;
        }
        again.try_set_value(false);
    }
    asking.try_set_value(false);
}
