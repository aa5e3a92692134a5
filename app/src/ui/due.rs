use domain::time::Timestamp;
use leptos::prelude::*;

use crate::reader::{now, reader};
use crate::when::{self, Pressing};

/// A due time as a chip that counts down, and turns amber and red by itself.
#[component]
pub fn Due(
    at: Timestamp,
    /// What is due, such as 首次答复; nothing where that is clear.
    #[prop(optional, into)]
    what: Option<&'static str>,
) -> impl IntoView {
    let (reader, now) = (reader(), now());
    let exact = when::Civil::at(at, reader.offset);
    let tone = move || Pressing::of(at, now.get()).tone();
    let words = move || when::due(at, now.get(), &reader);

    view! {
        <time class="chip" data-tone=tone datetime=exact.iso() title=exact.iso().replace('T', " ")>
            {what.map(|what| format!("{what} "))}
            {words}
        </time>
    }
}
