use domain::message::Attachment;
use leptos::prelude::*;

use crate::ui::Icon;

#[component]
pub fn FileLink(file: Attachment) -> impl IntoView {
    view! {
        <a class="file" href=format!("/files/{}", file.id) download=file.name.clone()>
            <Icon name="file"/> <span>{file.name.clone()}</span> <span class="faint num">{size(file.size)}</span>
        </a>
    }
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes / 1024),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}
