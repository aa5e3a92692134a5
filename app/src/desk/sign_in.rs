//! The door of the workspace.

use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

use super::address;
use super::api::session::SignIn;
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Field, Languages};

#[component]
pub fn SignInPage() -> impl IntoView {
    let w = lang();
    let next = address::key("next");

    view! {
        <Title text=w.sign_in()/>
        <main class="sign-in" id="main">
            <div class="logo" aria-hidden="true">"工"</div>
            <h1>{w.sign_in_title()}</h1>
            <SignInForm next=Signal::derive(move || next.get().unwrap_or_default())/>
            <nav class="languages" aria-label=w.language()><Languages/></nav>
        </main>
    }
}

/// Works before the program runs, and without it.
#[component]
fn SignInForm(next: Signal<String>) -> impl IntoView {
    let w = lang();
    let action = ServerAction::<SignIn>::new();
    let error = Signal::derive(move || action.value().get().and_then(Result::err));
    let refused = Signal::derive(move || {
        error.get().map(|error| match error {
            // Which of the two was wrong is nobody's business.
            AppError::Forbidden | AppError::SignedOut | AppError::NotFound => {
                w.sign_in_wrong().to_owned()
            }
            other => other.to_words(&crate::reader::reader()),
        })
    });

    view! {
        <ActionForm action=action>
            <input type="hidden" name="next" value=next/>
            <Field label=w.sign_in_login() name="login" error>
                <input class="input" name="login" required autofocus autocomplete="username" autocapitalize="none"/>
            </Field>
            <Field label=w.password() name="password" error>
                <input class="input" name="password" type="password" required autocomplete="current-password"/>
            </Field>
            <div role="alert">
                {move || refused.get().map(|words| view! { <p class="problem">{words}</p> })}
            </div>
            <button class="button" data-kind="primary" data-size="touch" disabled=action.pending()>
                {w.sign_in()}
            </button>
        </ActionForm>
    }
}
