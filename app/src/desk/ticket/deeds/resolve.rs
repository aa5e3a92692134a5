use domain::ticket::ResolutionCode;
use leptos::prelude::*;

use crate::desk::api::acting::resolve;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Problem};

/// How the matter ended.
#[component]
pub fn ResolveForm(asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let code = RwSignal::new(ResolutionCode::Solved);
    let note = RwSignal::new(String::new());
    let act = move |_| {
        let note = Some(note.get_untracked()).filter(|note| !note.trim().is_empty());
        let work = resolve(open.number, code.get_untracked(), note);
        open.act(deed, work, move |()| asking.set(false));
    };

    view! {
        <fieldset class="choices">
            <legend>{w.resolve_how()}</legend>
            {ResolutionCode::ALL.iter().map(|&each| view! {
                <label class="switch">
                    <input
                        type="radio"
                        name="code"
                        value=each.as_str()
                        checked=each == ResolutionCode::Solved
                        on:change=move |_| code.set(each)
                    />
                    {w.resolution(each)}
                </label>
            }).collect_view()}
        </fieldset>
        <label class="field">
            <span class="label">{w.resolve_note()} " " <span class="optional">{w.optional()}</span></span>
            <textarea class="input" maxlength="500" on:input:target=move |event| note.set(event.target().value())></textarea>
        </label>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=act>{w.act_resolve()}</Button>
        </div>
    }
}
