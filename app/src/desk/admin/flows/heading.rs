//! What stands above the flow: which version it is, whether it is saved, and what can be done with
//! all of it.

use leptos::prelude::*;

use super::file::{ExportButton, ImportButton};
use super::leaves::LeavesForm;
use super::publish::{History, PublishForm};
use super::saving::Saving;
use super::state::editor;
use super::trial::walked;
use crate::desk::api::flows::{rename_flow, save_flow};
use crate::reader::lang;
use crate::ui::{Button, Chip, Deed, Dialog, Field, Happened, Icon, Menu, Problem};

#[component]
pub fn Acts() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let walked = walked();
    let [publishing, renaming, choosing, looking] = [(); 4].map(|()| RwSignal::new(false));
    let quick = Deed::new();
    let discard = move |_| {
        let seen = editor.seen.get_untracked();
        quick.run(save_flow(editor.id, None, seen), move |_| {
            editor.reload();
            editor.toaster.say(w.flow_discarded());
        });
    };
    let published = move || editor.page.read().current.is_some();

    view! {
        <Button on:click=move |_| walked.trying.update(|it| *it = !*it)>
            <Icon name="play"/>
            {move || if walked.trying.get() { w.trial_close() } else { w.trial() }}
        </Button>
        <Button kind="primary" on:click=move |_| editor.settle(move || publishing.set(true))>
            {w.publish()}
        </Button>
        <Menu id="flow-more" size="icon" label=w.more() face=|| view! { <Icon name="more"/> }>
            <button type="button" on:click=move |_| renaming.set(true)>{w.flow_rename()}</button>
            <button type="button" on:click=move |_| choosing.set(true)>{w.leaves_title()}</button>
            <button type="button" on:click=move |_| looking.set(true)>{w.history()}</button>
            <ExportButton/>
            <ImportButton/>
            <Show when=move || published() && editor.has_draft()>
                <hr/>
                <button type="button" on:click=discard>{w.flow_discard()}</button>
            </Show>
        </Menu>
        <Problem error=quick.error/>
        <Dialog open=publishing title=w.publish_title()><PublishForm open=publishing/></Dialog>
        <Dialog open=renaming title=w.flow_rename()><RenameForm open=renaming/></Dialog>
        <Dialog open=choosing title=w.leaves_title()><LeavesForm open=choosing/></Dialog>
        <Dialog open=looking title=w.history()><History/></Dialog>
    }
}

#[component]
fn RenameForm(open: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let name = RwSignal::new(editor.page.with_untracked(|page| page.name.clone()));
    let deed = Deed::new();
    let rename = move || {
        deed.run(rename_flow(editor.id, name.get_untracked()), move |()| {
            editor.page.update(|page| page.name = name.get_untracked());
            open.set(false);
        });
    };

    view! {
        <form class="body-form" on:submit=move |event| { event.prevent_default(); rename(); }>
            <Field label=w.flow_name() name="name" error=deed.error>
                <input class="input" name="name" maxlength="60" required aria-describedby="name-flaw" value=name.get_untracked() on:input:target=move |event| name.set(event.target().value())/>
            </Field>
            <Problem error=deed.error/>
            <div class="actions">
                <button class="button" data-kind="primary" disabled=deed.pending>{w.save()}</button>
            </div>
        </form>
    }
}

/// Version, draft, and whether what was typed is safe.
#[component]
pub fn Standing() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let number = move || {
        let page = editor.page.read();
        page.versions
            .first()
            .map_or_else(|| w.flow_unpublished().into(), |it| w.flow_version(it.number))
    };
    let saved_at = move || editor.page.read().saved_at.map(|at| view! { <Happened at/> });
    let leaves = move || match editor.page.read().categories.len() {
        0 => w.flow_no_categories().to_owned(),
        many => w.flow_used_in(many),
    };

    view! {
        <p class="flow-standing">
            <Chip>{number}</Chip>
            <Show when=move || editor.has_draft()><Chip tone=Some("soon")>{w.flow_draft()}</Chip></Show>
            <Show when=move || editor.problems.read().is_empty()>
                <Chip tone=Some("good")>{w.problems_none()}</Chip>
            </Show>
            <span class="soft">{leaves}</span>
            <span class="end" role="status">{move || match editor.saving.get() {
                Saving::Clean if editor.page.read().has_draft => view! { {w.flow_saved()}" "{saved_at()} }.into_any(),
                Saving::Clean => w.flow_clean().into_any(),
                Saving::Here => w.flow_saving().into_any(),
                Saving::Saved => view! { <Icon name="check"/>{w.flow_saved()} }.into_any(),
                Saving::Conflict(_) => ().into_any(),
                Saving::OnlyHere => view! {
                    {w.flow_only_here()}" "
                    <button type="button" class="link" on:click=move |_| editor.keep_there()>{w.flow_save_again()}</button>
                }.into_any(),
            }}</span>
        </p>
    }
}
