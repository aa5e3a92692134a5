use domain::message::MessageKind;
use leptos::prelude::*;

use super::Writing;
use crate::reader::lang;
use crate::ui::{Button, Icon};

/// A message came while one was writing: here it is, before one answers past it (leap 12).
#[component]
pub fn Newer(writing: Writing) -> impl IntoView {
    let w = lang();
    let newest = writing.open.part(|page| page.newest_message);
    let entry = writing.open.part(|page| {
        page.timeline
            .entries
            .iter()
            .filter_map(|entry| Some((entry, entry.message.as_ref()?)))
            .find(|(_, message)| Some(message.id) == page.newest_message)
            .map(|(entry, message)| (entry.who.clone(), message.body.clone()))
    });
    let missed = move || {
        writing.kind.get() == MessageKind::PublicReply
            && !writing.is_blank()
            && newest.get() > writing.seen.get()
    };
    let seen = move |_| {
        writing.seen.set(newest.get_untracked());
        writing.sending.error.set(None);
    };

    view! {
        <div role="alert">
            <Show when=missed>
                <div class="newer">
                    <Icon name="bell"/>
                    <p>
                        <b>{w.composer_newer()}</b>
                        {move || entry.get().map(|(who, body)| view! {
                            <span>{who.unwrap_or_default()} "：" {body}</span>
                        })}
                    </p>
                    <Button size="small" on:click=seen>{w.composer_seen()}</Button>
                </div>
            </Show>
        </div>
    }
}
