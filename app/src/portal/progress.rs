//! `/t/GD-20417`: what happens now, by when, who answers for it; and the conversation.

mod acts;
mod composer;
mod live;
mod outcome;
mod question;
mod rating;
mod standing;
mod talk;
mod track;

use domain::page::ProgressPage as Ticket;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use self::acts::Acts;
use self::composer::Composer;
use self::outcome::Outcome;
use self::question::Asked;
use self::standing::Standing;
use self::talk::Talk;
use super::answer::{Echo, use_echo};
use super::api::progress;
use super::frame::Frame;
use super::problem::{NothingToSee, Unavailable};
use super::{key, recent};
use crate::error::AppError;
use crate::reader::lang;

#[component]
pub fn ProgressPage() -> impl IntoView {
    let echo = use_echo();
    let seed = SharedValue::new(key::new).into_inner();
    let (params, query) = (use_params_map(), use_query_map());
    let address = Memo::new(move |_| {
        (params.with(|it| it.get("number").unwrap_or_default()), query.with(|it| it.get("k")))
    });
    // A form that was refused comes back without the link in its address.
    let echoed = echo.as_ref().and_then(|echo| echo.value("k")).filter(|key| !key.is_empty());
    let key = Memo::new(move |_| address.get().1.or(echoed.clone()));
    let first = Resource::new_blocking(
        move || (address.get().0, key.get()),
        |(number, key)| progress(number, key),
    );
    let page = move || {
        let (echo, seed) = (echo.clone(), seed.clone());
        Suspend::new(async move {
            match first.await {
                Ok(ticket) => {
                    let key = key.get_untracked();
                    view! { <Following ticket key seed echo/> }.into_any()
                }
                Err(AppError::NotFound | AppError::Forbidden | AppError::SignedOut) => {
                    view! { <NothingToSee/> }.into_any()
                }
                Err(why) => view! { <Unavailable why/> }.into_any(),
            }
        })
    };
    view! {
        <Frame>
            <Suspense>{page}</Suspense>
        </Frame>
    }
}

/// A ticket that is being looked at: it shows what changes, and keeps what is being written.
#[derive(Clone, Copy)]
pub struct Watch {
    pub ticket: RwSignal<Ticket>,
    /// What stands behind `k=`.
    pub key: StoredValue<Option<String>>,
    /// What the keys of this page's messages begin with.
    pub seed: StoredValue<String>,
}

impl Watch {
    /// Shows it as it is now. When that cannot be found out, what is shown stays.
    pub fn look_again(self) {
        spawn_local(async move {
            let number = self.ticket.with_untracked(|ticket| ticket.number.to_string());
            let Some(key) = self.key.try_get_value() else { return };
            if let Ok(ticket) = progress(number, key).await {
                self.ticket.try_set(ticket);
            }
        });
    }

    /// Where a form of this page is sent.
    pub fn address(self, act: &str) -> String {
        self.ticket.with_untracked(|ticket| format!("/t/{}/{act}", ticket.number))
    }
}

#[component]
fn Following(
    ticket: Ticket,
    key: Option<String>,
    seed: String,
    echo: Option<Echo>,
) -> impl IntoView {
    let w = lang();
    let query = use_query_map();
    let new = query.with_untracked(|query| query.get("new").is_some());
    let number = ticket.number;
    let watch = Watch {
        ticket: RwSignal::new(ticket),
        key: StoredValue::new(key),
        seed: StoredValue::new(seed),
    };
    live::follow(watch);
    Effect::new(move || recent::remember(watch));
    let merged = move || {
        let into = watch.ticket.with(|ticket| ticket.merged_into)?;
        Some(view! { <p class="banner">{w.portal_merged_into(into)}</p> })
    };
    let open = Memo::new(move |_| watch.ticket.with(|ticket| ticket.merged_into.is_none()));
    let echo = StoredValue::new(echo);
    view! {
        <Title text=number.to_string()/>
        <div class="progress">
            <div class="progress-side">
                {new.then(|| view! { <Filed number=number.to_string()/> })}
                <Standing watch/>
                {merged}
            </div>
            <div class="progress-talk">
                <Asked watch echo/>
                <Talk watch/>
                <Outcome watch echo/>
                <Acts watch echo/>
                <Show when=move || open.get()>
                    <Composer watch echo/>
                </Show>
            </div>
        </div>
    }
}

/// Just filed: the number, large, to be read aloud or copied.
#[component]
fn Filed(number: String) -> impl IntoView {
    let w = lang();
    let copied = RwSignal::new(false);
    let live = RwSignal::new(false);
    Effect::new(move || live.set(true));
    let text = number.clone();
    let copy = move |_| {
        let _ = window().navigator().clipboard().write_text(&text);
        copied.set(true);
    };
    let label = move || if copied.get() { w.copied() } else { w.portal_copy_number() };
    view! {
        <section class="filed" aria-labelledby="filed">
            <b id="filed">{w.portal_filed()}</b>
            <output class="num">{number}</output>
            <button type="button" class="button" hidden=move || !live.get() on:click=copy>
                {label}
            </button>
            <small>{w.portal_keep_link()}</small>
        </section>
    }
}
