use leptos::prelude::*;

use crate::error::AppError;
use crate::reader::lang;

/// An input with its label, help, and what is wrong with what was typed.
///
/// The input itself is the child: it has the class `input`, the same `name`, and `{name}-flaw` as
/// its `aria-describedby`.
#[component]
pub fn Field(
    #[prop(into)] label: String,
    /// As the server calls it, such as `subject` or `fields.12`.
    #[prop(into)]
    name: String,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] help: Option<String>,
    #[prop(optional, into)] error: Signal<Option<AppError>>,
    children: Children,
) -> impl IntoView {
    let w = lang();
    let flaw_id = format!("{name}-flaw");
    let flaw = Memo::new(move |_| error.read().as_ref()?.flaw(&name).map(|flaw| w.flaw(&flaw)));

    view! {
        <label class="field" data-flawed=move || flaw.read().is_some().then_some("")>
            <span class="label">
                {label}
                {optional.then(|| view! { <span class="optional">" "{w.optional()}</span> })}
            </span>
            {help.map(|help| view! { <span class="help">{help}</span> })}
            {children()}
            <span class="flaw" id=flaw_id role="alert" hidden=move || flaw.read().is_none()>
                {move || flaw.get()}
            </span>
        </label>
    }
}
