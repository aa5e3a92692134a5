//! What went wrong, where it has no input of its own.

use leptos::prelude::*;
use leptos_meta::Title;

use super::answer::flaws_of;
use crate::error::AppError;
use crate::reader::{lang, reader};

/// Above a form: why it was not done. With flaws it counts them and leads to the first.
#[component]
pub fn Refusal(
    why: RwSignal<Option<AppError>>,
    /// What to say when what was typed opens no door: a password, a code.
    #[prop(optional_no_strip)]
    wrong: Option<&'static str>,
    /// What to say when the time for it has passed.
    #[prop(optional_no_strip)]
    over: Option<&'static str>,
) -> impl IntoView {
    let reader = reader();
    let w = reader.lang;
    let text = move || {
        why.with(|why| {
            let flaws = flaws_of(why.as_ref()).0.len();
            match why {
                None => String::new(),
                Some(_) if flaws > 0 => w.portal_flaws(flaws),
                Some(AppError::Forbidden | AppError::NotFound) if wrong.is_some() => {
                    wrong.unwrap_or_default().to_owned()
                }
                Some(AppError::NotNow(_)) if over.is_some() => over.unwrap_or_default().to_owned(),
                Some(why) => why.to_words(&reader),
            }
        })
    };
    view! {
        <p class="banner" data-tone="bad" role="alert" hidden=move || why.with(Option::is_none)>
            <b>{text}</b>
        </p>
    }
}

/// Instead of a page that could not be made.
#[component]
pub fn Unavailable(why: AppError) -> impl IntoView {
    let w = lang();
    view! {
        <h1>{w.portal_sorry()}</h1>
        <p class="banner" data-tone="bad" role="alert"><span>{why.to_words(&reader())}</span></p>
        <a class="button" data-size="touch" href="" rel="external">{w.try_again()}</a>
    }
}

/// Instead of a ticket one may not see. It is the same for every number there is or is not.
#[component]
pub fn NothingToSee() -> impl IntoView {
    let w = lang();
    view! {
        <Title text=w.portal_no_ticket()/>
        <div>
            <h1>{w.portal_no_ticket()}</h1>
            <p class="lead">{w.portal_no_ticket_lead()}</p>
        </div>
        <div class="acts">
            <a class="button" data-kind="primary" href="/my">{w.portal_mine()}</a>
            <a class="button" href="/new">{w.portal_file()}</a>
        </div>
    }
}
