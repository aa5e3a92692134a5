//! Signing in, registering, and passwords: each a small form on a page of its own.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::answer::use_echo;
use super::field::TextInput;
use super::frame::Frame;
use super::here;
use super::problem::Refusal;
use super::small_form::SmallForm;
use crate::error::AppError;
use crate::reader::lang;

type Why = RwSignal<Option<AppError>>;

#[component]
pub fn SignInPage() -> impl IntoView {
    let w = lang();
    let form = page_form("/sign-in");
    view! {
        <Account
            title=w.sign_in()
            form
            label=w.sign_in()
            wrong=w.portal_sign_in_wrong()
            others=|| view! { <OtherDoors/> }
        >
            <Contact form/>
            <Password name="password" label=w.password() autocomplete="current-password" why=form.why/>
        </Account>
    }
}

/// For whoever has no account yet, or no password any more.
#[component]
fn OtherDoors() -> impl IntoView {
    let w = lang();
    view! {
        <p class="others">
            <a href="/register">{w.portal_register()}</a>
            <a href="/forgot">{w.portal_forgot()}</a>
        </p>
    }
}

#[component]
pub fn RegisterPage() -> impl IntoView {
    let w = lang();
    let form = page_form("/register");
    view! {
        <Account title=w.portal_register() form label=w.portal_register()>
            <TextInput name="name" label=w.portal_name() autocomplete="name" value=form.old("name") why=form.why/>
            <TextInput
                name="phone"
                label=w.portal_phone()
                kind="tel"
                inputmode=Some("tel")
                autocomplete="tel"
                value=form.old("phone")
                why=form.why
            />
            <TextInput
                name="email"
                label=w.portal_email()
                kind="email"
                inputmode=Some("email")
                autocomplete="email"
                optional=true
                value=form.old("email")
                why=form.why
            />
            <NewPassword name="password" why=form.why/>
        </Account>
    }
}

#[component]
pub fn PasswordPage() -> impl IntoView {
    let w = lang();
    let form = page_form("/password");
    view! {
        <Account
            title=w.portal_change_password()
            form
            label=w.save()
            wrong=w.portal_old_password_wrong()
        >
            <Password name="old" label=w.portal_old_password() autocomplete="current-password" why=form.why/>
            <NewPassword name="new" why=form.why/>
        </Account>
    }
}

#[component]
pub fn ForgotPage() -> impl IntoView {
    let w = lang();
    let form = page_form("/forgot");
    view! {
        <Account title=w.portal_forgot() lead=w.portal_forgot_lead() form label=w.portal_send_code()>
            <Contact form/>
        </Account>
    }
}

#[component]
pub fn ResetPage() -> impl IntoView {
    let w = lang();
    let form = page_form("/reset");
    let code = use_query_map().with_untracked(|query| query.get("code").unwrap_or_default());
    let code = Some(form.old("code")).filter(|code| !code.is_empty()).unwrap_or(code);
    view! {
        <Account
            title=w.portal_reset()
            lead=w.portal_reset_lead()
            form
            label=w.save()
            wrong=w.portal_code_wrong()
        >
            <TextInput
                name="code"
                label=w.portal_code()
                autocomplete="one-time-code"
                value=code
                why=form.why
            />
            <NewPassword name="new" why=form.why/>
        </Account>
    }
}

/// The form of a page that is left when it is done: who one is has changed, so all of it is loaded
/// anew.
fn page_form(address: &str) -> SmallForm {
    let echo = StoredValue::new(use_echo());
    SmallForm::leading(address.to_owned(), echo, |to| here::load(&to))
}

#[component]
fn Account(
    title: &'static str,
    #[prop(optional)] lead: Option<&'static str>,
    form: SmallForm,
    label: &'static str,
    #[prop(optional)] wrong: Option<&'static str>,
    #[prop(optional, into)] others: ViewFn,
    children: Children,
) -> impl IntoView {
    view! {
        <Title text=title/>
        <Frame kind="account">
            <div>
                <h1>{title}</h1>
                {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
            </div>
            <form
                method="post"
                action=form.address()
                enctype="multipart/form-data"
                novalidate
                on:submit=move |event| form.submit(&event)
            >
                <Refusal why=form.why wrong/>
                {children()}
                <button
                    class="button"
                    data-kind="primary"
                    data-size="touch"
                    type="submit"
                    aria-busy=move || form.is_busy()
                >
                    {label}
                </button>
                {others.run()}
            </form>
        </Frame>
    }
}

#[component]
fn Contact(form: SmallForm) -> impl IntoView {
    let w = lang();
    view! {
        <TextInput
            name="contact"
            label=w.portal_contact()
            autocomplete="username"
            value=form.old("contact")
            why=form.why
        />
    }
}

#[component]
fn NewPassword(name: &'static str, why: Why) -> impl IntoView {
    let w = lang();
    view! {
        <TextInput
            name
            label=w.portal_new_password()
            kind="password"
            autocomplete="new-password"
            help=Some(w.portal_password_help().to_owned())
            why
        />
    }
}

#[component]
fn Password(
    name: &'static str,
    label: &'static str,
    autocomplete: &'static str,
    why: Why,
) -> impl IntoView {
    view! { <TextInput name label kind="password" autocomplete why/> }
}
