use leptos::prelude::*;

use crate::error::AppError;
use crate::reader::lang;

/// Several inputs that are one answer, such as boxes to tick: what [`Field`](super::Field) is to one.
#[component]
pub fn FieldGroup(
    #[prop(into)] label: String,
    /// As the server calls it, such as `fields.12`.
    #[prop(into)]
    name: String,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] help: Option<String>,
    #[prop(optional, into)] error: Signal<Option<AppError>>,
    children: Children,
) -> impl IntoView {
    let w = lang();
    let flaw = Memo::new(move |_| error.read().as_ref()?.flaw(&name).map(|flaw| w.flaw(&flaw)));

    view! {
        <fieldset class="field" data-flawed=move || flaw.read().is_some().then_some("")>
            <legend class="label">
                {label}
                {optional.then(|| view! { <span class="optional">" "{w.optional()}</span> })}
            </legend>
            {help.map(|help| view! { <span class="help">{help}</span> })}
            {children()}
            <span class="flaw" role="alert" hidden=move || flaw.read().is_none()>
                {move || flaw.get()}
            </span>
        </fieldset>
    }
}
