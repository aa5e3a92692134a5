use domain::actor::Permission;
use domain::page::EditField;
use domain::text::Subject;
use leptos::prelude::*;

use super::open;
use crate::browser;
use crate::desk::side::Change;
use crate::reader::lang;
use crate::ui::Icon;

/// The subject, and a pencil for whoever may change it.
#[component]
pub fn EditSubject() -> impl IntoView {
    let w = lang();
    let open = open();
    let subject = open.part(|page| page.ticket.subject.as_str().to_owned());
    let may_edit = open.may(Permission::EditTickets);
    let editing = RwSignal::new(false);
    let change = Change::new(EditField::Subject);
    let begin = move |_| {
        change.begin(Some(subject.get_untracked()));
        editing.set(true);
        request_animation_frame(|| browser::focus("#subject"));
    };
    let save = move |value: String| {
        editing.set(false);
        change.finish(Some(value));
    };

    view! {
        <Show
            when=move || editing.get()
            fallback=move || view! {
                <h1>
                    {move || subject.get()}
                    <Show when=move || may_edit.get()>
                        <button type="button" class="pencil" aria-label=w.edit_subject() on:click=begin>
                            <Icon name="edit"/>
                        </button>
                    </Show>
                </h1>
            }
        >
            <input
                id="subject"
                class="input subject"
                aria-label=w.edit_subject()
                maxlength=Subject::MAX
                value=subject.get_untracked()
                on:change:target=move |event| save(event.target().value())
                on:blur=move |_| editing.set(false)
                on:keydown=move |event| if event.key() == "Escape" { editing.set(false) }
            />
        </Show>
        {change.conflict_view()}
    }
}
