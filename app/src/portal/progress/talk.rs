//! What was said between us and the customer.

use domain::message::Attachment;
use domain::page::ProgressMessage;
use leptos::prelude::*;

use super::Watch;
use crate::reader::{lang, now, reader};
use crate::when;

#[component]
pub fn Talk(watch: Watch) -> impl IntoView {
    let w = lang();
    let messages = move || watch.ticket.with(|ticket| ticket.messages.clone());
    view! {
        <ol class="said" aria-label=w.portal_talk() aria-live="polite">
            <For each=messages key=|message| message.id let:message>
                <Message message watch/>
            </For>
        </ol>
    }
}

#[component]
fn Message(message: ProgressMessage, watch: Watch) -> impl IntoView {
    let reader = reader();
    let w = reader.lang;
    let clock = now();
    let ProgressMessage { mine, who, body, at, attachments, .. } = message;
    let who = if mine { w.portal_me().to_owned() } else { who };
    let when = move || when::happened(at, clock.get(), &reader);
    let files = attachments.into_iter().map(|file| view! { <File file watch/> }).collect_view();
    view! {
        <li data-mine=mine.then_some("")>
            <small>{who} " · " {when}</small>
            <p>{body}</p>
            <div class="files">{files}</div>
        </li>
    }
}

#[component]
fn File(file: Attachment, watch: Watch) -> impl IntoView {
    let key = watch.key.get_value();
    let Attachment { id, name, media_type, .. } = file;
    let address = match key {
        Some(key) => format!("/files/{id}?k={key}"),
        None => format!("/files/{id}"),
    };
    let inside = if media_type.starts_with("image/") {
        view! { <img src=address.clone() alt=name loading="lazy"/> }.into_any()
    } else {
        name.into_any()
    };
    view! { <a href=address rel="external" target="_blank">{inside}</a> }
}
