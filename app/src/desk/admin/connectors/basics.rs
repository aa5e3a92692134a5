use domain::connector::typed::Typed;
use leptos::prelude::*;

use super::editor::{Editor, editor};
use super::list::Signed;
use crate::reader::lang;
use crate::ui::Field;

/// Where it is, how long it is waited for, and what is signed with.
#[component]
pub fn Basics() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let key = editor.typed.with_untracked(|it| it.key.clone());

    view! {
        <section class="basics">
            <Typing label=w.connector_name() name="name" of=|it| &mut it.name/>
            <div class="field">
                <span class="label">{w.connector_key()}</span>
                <code>{key}</code>
            </div>
            <Typing label=w.connector_url() name="base_url" of=|it| &mut it.base_url/>
            <Typing label=w.connector_hosts() name="hosts" help=w.connector_hosts_help() of=|it| &mut it.hosts/>
            <Typing label=w.connector_timeout() name="timeout" of=|it| &mut it.timeout/>
            <Typing label=w.connector_channel() name="channel" help=w.connector_channel_help() of=|it| &mut it.channel/>
            <Secret/>
        </section>
    }
}

#[component]
fn Typing(
    label: &'static str,
    name: &'static str,
    #[prop(optional)] help: Option<&'static str>,
    of: fn(&mut Typed) -> &mut String,
) -> impl IntoView {
    let Editor { typed, saving, .. } = editor();
    let value = editor().text(move |typed| of(&mut typed.clone()).clone());
    let set = move |text: String| typed.update(|typed| *of(typed) = text);

    view! {
        <Field label name help=help.unwrap_or_default() error=saving.error>
            <input class="input" name=name autocomplete="off" aria-describedby=format!("{name}-flaw") value=value.get_untracked() prop:value=value on:input:target=move |event| set(event.target().value())/>
        </Field>
    }
}

/// It is written and never read: what is there now is shown to nobody.
#[component]
fn Secret() -> impl IntoView {
    let w = lang();
    let Editor { secret, page, saving, .. } = editor();
    let has_secret = move || page.read().declared.has_secret;

    view! {
        <div class="secret">
            <Field label=w.connector_secret() name="secret" help=w.connector_secret_help() error=saving.error>
                <input class="input" name="secret" type="password" autocomplete="new-password" maxlength="200" aria-describedby="secret-flaw" prop:value=secret on:input:target=move |event| secret.set(event.target().value())/>
            </Field>
            {move || view! { <Signed has_secret=has_secret()/> }}
        </div>
    }
}
