//! The form of a leaf.

use domain::id::CategoryId;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use super::fields::Fields;
use super::sending::{Sending, Sheet};
use crate::picker::{Path, Tree};
use crate::portal::answer::{Echo, flaws_of};
use crate::portal::api::{Blank, leaf_form};
use crate::portal::field::{LinesInput, TextInput, Wrong};
use crate::portal::photos::Photos;
use crate::portal::problem::Refusal;
use crate::reader::lang;

#[component]
pub fn LeafForm(
    blank: Blank,
    tree: Tree,
    leaf: Memo<Option<CategoryId>>,
    echo: Option<Echo>,
) -> impl IntoView {
    let w = lang();
    let form = NodeRef::<html::Form>::new();
    let sheet = Sheet::new(form, echo.as_ref());
    let why = sheet.why;
    let typed = StoredValue::new(echo.unwrap_or_else(nothing_typed));
    let old = move |name: &str| typed.with_value(|typed| typed.value(name));
    let key = old("key").unwrap_or(blank.key);
    let path = move || leaf.get().map(|at| view! { <Path tree=tree.clone() at base=super::HERE/> });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        sheet.send();
    };
    let fields = Resource::new_blocking(
        move || leaf.get(),
        async |leaf| match leaf {
            Some(leaf) => leaf_form(leaf).await,
            None => Ok(Vec::new()),
        },
    );
    let fields = move || {
        Suspend::new(
            async move { fields.await.map(|fields| view! { <Fields fields typed sheet/> }) },
        )
    };
    let coming = RwSignal::new(false);
    view! {
        <form
            class="filing"
            method="post"
            action=super::HERE
            enctype="multipart/form-data"
            novalidate
            hidden=move || leaf.get().is_none()
            aria-busy=move || coming.get().to_string()
            node_ref=form
            on:submit=submit
            on:input=move |_| sheet.keep()
        >
            <div class="sheet" inert=move || sheet.state.get() != Sending::Not>
            {path}
            <Restored sheet/>
            <Refusal why/>
            <input type="hidden" name="key" value=key/>
            <input
                type="hidden"
                name="category"
                value=move || leaf.get().map(|leaf| leaf.to_string()).unwrap_or_default()
            />
            <Wrong name="category".to_owned() why id="category-flaw".to_owned()/>
            <LinesInput
                name="description"
                label=w.portal_describe()
                placeholder=Some(w.portal_describe_hint())
                value=old("description").unwrap_or_default()
                why
            />
            <ErrorBoundary fallback=move |_| view! { <p class="banner" data-tone="bad">{w.error_unreachable()}</p> }>
                <Transition set_pending=coming>{fields}</Transition>
            </ErrorBoundary>
            <fieldset class="field">
                <legend class="label">
                    {w.portal_photos()} " " <span class="optional">{w.optional()}</span>
                </legend>
                <Photos album=sheet.album/>
                <Wrong name="attachments".to_owned() why id="attachments-flaw".to_owned()/>
            </fieldset>
            <div class="two">
                <TextInput
                    name="name"
                    label=w.portal_name()
                    optional=true
                    autocomplete="name"
                    value=old("name").or(blank.name).unwrap_or_default()
                    why
                />
                <TextInput
                    name="phone"
                    label=w.portal_phone()
                    kind="tel"
                    inputmode=Some("tel")
                    autocomplete="tel"
                    value=old("phone").or(blank.phone).unwrap_or_default()
                    why
                />
            </div>
            <details class="more" open=old("subject").is_some_and(|it| !it.is_empty())>
                <summary>{w.portal_add_subject()}</summary>
                <TextInput
                    name="subject"
                    label=w.portal_subject()
                    help=Some(w.portal_subject_help().to_owned())
                    optional=true
                    value=old("subject").unwrap_or_default()
                    why
                />
            </details>
            </div>
            <Foot sheet/>
        </form>
    }
}

fn nothing_typed() -> Echo {
    Echo { form: String::new(), values: Vec::new(), why: crate::error::AppError::Ours }
}

/// Says that what was begun is here again, and offers to begin anew.
#[component]
fn Restored(sheet: Sheet) -> impl IntoView {
    let w = lang();
    view! {
        <Show when=move || sheet.restored.get()>
            <p class="banner" role="status">
                <span>
                    {w.portal_restored()} " "
                    <button type="button" class="link" on:click=move |_| sheet.begin_anew()>
                        {w.portal_begin_anew()}
                    </button>
                </span>
            </p>
        </Show>
    }
}

/// The button, always in reach, and what is going on.
#[component]
fn Foot(sheet: Sheet) -> impl IntoView {
    let w = lang();
    let said = move || match sheet.state.get() {
        Sending::Not if sheet.kept.get() => w.portal_kept(),
        Sending::Not => "",
        Sending::Photos => w.portal_sending_photos(),
        Sending::Now => w.portal_sending(),
        Sending::Later => w.portal_saved_unsent(),
    };
    let label = move || match sheet.state.get() {
        Sending::Not | Sending::Photos | Sending::Now => w.submit(),
        Sending::Later => w.portal_send_now(),
    };
    let busy = move || matches!(sheet.state.get(), Sending::Photos | Sending::Now);
    let flawed = move || {
        let flaws = sheet.why.with(|why| flaws_of(why.as_ref()).0.len());
        (flaws > 0).then(|| w.portal_flaws(flaws))
    };
    let tone = move || (sheet.state.get() == Sending::Later).then_some("wait");
    view! {
        <div class="send">
            <small role="status" data-tone=tone>{move || flawed().unwrap_or_else(|| said().into())}</small>
            <button
                class="button"
                data-kind="primary"
                data-size="touch"
                type="submit"
                aria-busy=move || busy().then_some("true")
            >
                {label}
            </button>
        </div>
    }
}
