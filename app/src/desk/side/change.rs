//! Changing one value, and choosing when somebody else changed it at the same time (leap 12).

use domain::page::{Edit, EditConflict, EditField};
use leptos::prelude::*;

use crate::desk::api::editing::edit_ticket;
use crate::desk::ticket::{Open, open};
use crate::reader::lang;
use crate::ui::{Button, Deed, Problem};

#[derive(Clone, Copy)]
pub struct Change {
    open: Open,
    field: EditField,
    deed: Deed,
    conflict: RwSignal<Option<EditConflict>>,
    /// What the value was when one began to change it.
    was: StoredValue<Option<String>>,
    /// What a value is called, where it is a code or an id.
    called: Callback<String, Option<String>>,
}

impl Change {
    /// Values of this field read as they are.
    pub fn new(field: EditField) -> Self {
        Self::called(field, Some)
    }

    pub fn called(
        field: EditField,
        called: impl Fn(String) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        Self {
            open: open(),
            field,
            deed: Deed::new(),
            conflict: RwSignal::new(None),
            was: StoredValue::new(None),
            called: Callback::new(called),
        }
    }

    /// From here on somebody else may change it, too.
    pub fn begin(self, was: Option<String>) {
        self.was.set_value(was);
    }

    pub fn finish(self, to: Option<String>) {
        self.to(self.was.get_value(), to);
    }

    /// Sends what it was when one looked together with what it shall be.
    pub fn to(self, from: Option<String>, to: Option<String>) {
        if from == to {
            return;
        }
        let edit = edit_ticket(self.open.number, vec![Edit { field: self.field, from, to }]);
        self.open.act(self.deed, edit, move |conflicts| {
            self.conflict.try_set(conflicts.into_iter().next());
        });
    }

    /// Both values, for the second to choose; and what else went wrong.
    pub fn conflict_view(self) -> impl IntoView {
        let show =
            move || self.conflict.get().map(|conflict| view! { <Choose change=self conflict/> });
        view! { <Problem error=self.deed.error/> {show} }
    }
}

#[component]
fn Choose(change: Change, conflict: EditConflict) -> impl IntoView {
    let w = lang();
    let who = conflict.by.clone().unwrap_or_else(|| w.somebody().to_owned());
    let (theirs, yours) = (conflict.theirs.clone(), conflict.yours.clone());
    let shown = move |value: &Option<String>| match value {
        Some(value) => change.called.run(value.clone()).unwrap_or_else(|| value.clone()),
        None => w.none().to_owned(),
    };
    let mine = move |_| {
        change.conflict.set(None);
        change.to(theirs.clone(), yours.clone());
    };

    view! {
        <div class="conflict" role="alert">
            <p>{w.conflict_what(who)}</p>
            <div class="line">
                <Button size="small" on:click=move |_| change.conflict.set(None)>
                    {w.conflict_theirs(shown(&conflict.theirs))}
                </Button>
                <Button size="small" kind="primary" on:click=mine>
                    {w.conflict_mine(shown(&conflict.yours))}
                </Button>
            </div>
        </div>
    }
}
