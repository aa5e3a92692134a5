//! Finishing my own steps and answering what I was asked.

use domain::flow::kind::StepKind;
use domain::flow::{Evidence, Outcome, Step};
use domain::page::{Filing, TaskView};
use leptos::prelude::*;

use super::ending::{Ending, Endings};
use super::telling::{HowTold, Telling};
use crate::desk::api::acting::{Finished, complete};
use crate::desk::composer::{FileButton, FileList, Files};
use crate::desk::identity::IdentityNeeded;
use crate::desk::new_field::AskedField;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Dialog, Field, Problem};

/// One button for each of my tasks; the flow opens what comes next.
#[component]
pub fn FinishButtons() -> impl IntoView {
    let tasks = open().my_tasks();

    view! {
        <For each=move || tasks.get() key=|task| task.task.id let:task>
            <FinishButton task/>
        </For>
    }
}

#[component]
fn FinishButton(task: TaskView) -> impl IntoView {
    let w = lang();
    let asking = RwSignal::new(false);
    let label = match &task.step {
        Some(Step { kind: StepKind::Approval, .. }) => w.act_decide(&task.step_name),
        Some(Step { kind: StepKind::Question { .. }, .. }) | None => {
            w.act_answer(w.action_reason(&task.step_name))
        }
        Some(_) => w.act_finish(&task.step_name),
    };
    let (title, task) = (label.clone(), StoredValue::new(task));

    view! {
        <Button kind="primary" on:click=move |_| asking.set(true)>
            <span class="clipped">{label}</span>
        </Button>
        <Dialog open=asking title=title>
            <FinishForm task=task.get_value() asking/>
        </Dialog>
    }
}

#[component]
fn FinishForm(task: TaskView, asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let (deed, files, filing) = (Deed::new(), Files::default(), RwSignal::new(Filing::default()));
    let note = RwSignal::new(String::new());
    let telling = Telling::new();
    let kind = task.step.as_ref().map(|step| step.kind.clone());
    let about_telling = kind == Some(StepKind::Feedback);
    let id = task.task.id;
    let end = move |outcome: Option<Outcome>| {
        let told = match telling.said() {
            _ if !about_telling => None,
            Ok(told) => Some(told),
            Err(error) => return deed.error.set(Some(error)),
        };
        let finished = Finished {
            outcome,
            note: Some(note.get_untracked()).filter(|note| !note.trim().is_empty()),
            told,
            values: filing.with_untracked(|filing| filing.fields.clone()),
            attachments: files.sent(),
        };
        open.act(deed, complete(id, finished), move |()| asking.set(false));
    };
    let evidence = task.step.as_ref().map(|step| step.evidence.clone()).unwrap_or_default();
    let (with_files, with_note) =
        (task.step.is_some(), kind.is_none() || evidence.contains(&Evidence::Note));
    let label = if kind.is_none() { w.finish_answer() } else { w.finish_note() };

    view! {
        <Before task=task.clone()/>
        <StepFields task=task.clone() filing error=deed.error/>
        {about_telling.then(|| view! { <HowTold telling error=deed.error/> })}
        <Field label name="note" optional=!with_note error=deed.error>
            <textarea class="input" name="note" maxlength="500" on:input:target=move |event| note.set(event.target().value())></textarea>
        </Field>
        {with_files.then(|| view! {
            <Field label=w.finish_files() name="attachments" optional=!evidence.contains(&Evidence::Attachment) error=deed.error>
                <span class="line"><FileButton files/></span>
            </Field>
            <FileList files/>
        })}
        {evidence.contains(&Evidence::Identity).then(|| view! { <IdentityNeeded/> })}
        <Problem error=deed.error/>
        <Endings ending=Ending::of(kind.as_ref()) busy=deed.pending end/>
    }
}

/// What has to be known before: what to do, and what the one before left.
#[component]
fn Before(task: TaskView) -> impl IntoView {
    let w = lang();
    let instructions = task.step.and_then(|step| step.instructions);
    let from = task.asked_by.map(|person| w.asked_by(person.name));

    view! {
        {from.map(|from| view! { <p class="faint">{from}</p> })}
        {instructions.map(|text| view! { <p class="instructions">{text}</p> })}
        {task.task.note.map(|note| view! { <blockquote class="handed">{w.action_reason(&note)}</blockquote> })}
    }
}

/// The step's fields: some to read, some to fill in. What is known already stays unless changed.
#[component]
fn StepFields(
    task: TaskView,
    filing: RwSignal<Filing>,
    #[prop(into)] error: Signal<Option<crate::error::AppError>>,
) -> impl IntoView {
    let w = lang();
    let known = open().page.with_untracked(|page| page.fields.clone());
    let fields = task.step.map(|step| step.fields).unwrap_or_default();
    let each = fields.into_iter().filter_map(|wanted| {
        let view = known.iter().find(|view| view.field.key == wanted.key)?.clone();
        let value = view.value.map(|value| value.to_text());
        if !wanted.usage.is_open() {
            let shown = value.unwrap_or_else(|| "—".to_owned());
            return Some(
                view! { <p class="shown"><span>{view.field.label}</span> <b>{shown}</b></p> }
                    .into_any(),
            );
        }
        let required = wanted.usage == domain::flow::FieldUse::Require && value.is_none();
        let help = value.map(|value| w.finish_now(value)).or(view.field.help.clone());
        let field = domain::field::Field { required, help, ..view.field };
        Some(view! { <AskedField field filing error/> }.into_any())
    });

    each.collect_view()
}
