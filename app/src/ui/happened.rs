use domain::time::Timestamp;
use leptos::prelude::*;

use crate::reader::{now, reader};
use crate::when;

/// When something happened; the words grow older by themselves.
#[component]
pub fn Happened(at: Timestamp) -> impl IntoView {
    let (reader, now) = (reader(), now());
    let exact = when::Civil::at(at, reader.offset);
    let words = move || when::happened(at, now.get(), &reader);

    view! { <time class="num" datetime=exact.iso() title=exact.iso().replace('T', " ")>{words}</time> }
}
