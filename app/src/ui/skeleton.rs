use leptos::prelude::*;

use crate::reader::lang;

/// Lines where words will be.
#[component]
pub fn Skeleton(#[prop(default = 4)] lines: usize) -> impl IntoView {
    let lines = (0..lines).map(|_| view! { <i></i> }).collect_view();

    view! {
        <div class="skeleton" role="status">
            <span class="aside-for-readers">{lang().loading()}</span>
            {lines}
        </div>
    }
}
