use domain::message::Attachment;
use leptos::prelude::*;

use crate::ui::Icon;

#[component]
pub fn FileLink(file: Attachment) -> impl IntoView {
    let Attachment { id, name, size, .. } = file;
    let save_as = name.clone();

    view! {
        <a class="file" href=format!("/files/{id}") download=save_as>
            <Icon name="file"/> <span>{name}</span> <span class="faint num">{in_units(size)}</span>
        </a>
    }
}

fn in_units(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes / 1024),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}
