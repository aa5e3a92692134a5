//! Rows of a label and an amount, as many as are wanted.

use leptos::prelude::*;

use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Button, Icon};

/// One row that is being typed; the number tells it from the others while rows come and go.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Row {
    id: usize,
    label: RwSignal<String>,
    amount: RwSignal<String>,
}

#[derive(Clone, Copy)]
pub struct Rows {
    rows: RwSignal<Vec<Row>>,
    next: StoredValue<usize>,
}

impl Rows {
    pub fn new(lines: Vec<(String, String)>) -> Self {
        let rows = Self { rows: RwSignal::new(Vec::new()), next: StoredValue::new(0) };
        for (label, amount) in lines {
            rows.add(label, amount);
        }
        if rows.rows.with_untracked(Vec::is_empty) {
            rows.add(String::new(), String::new());
        }
        rows
    }

    /// As typed; blank ones included, so that flaws find their row.
    pub fn typed(self) -> Vec<(String, String)> {
        let rows = self.rows.get_untracked();
        rows.iter().map(|row| (row.label.get_untracked(), row.amount.get_untracked())).collect()
    }

    fn add(self, label: String, amount: String) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        let row = Row { id, label: RwSignal::new(label), amount: RwSignal::new(amount) };
        self.rows.update(|rows| rows.push(row));
    }
}

#[component]
pub fn RowsInput(rows: Rows, #[prop(into)] error: Signal<Option<AppError>>) -> impl IntoView {
    let w = lang();
    let each = move |row: Row| {
        let place =
            move || rows.rows.with(|rows| rows.iter().position(|it| it.id == row.id).unwrap_or(0));
        let flaw = move |part: &str| {
            let name = format!("lines.{}.{part}", place());
            error.with(|error| error.as_ref()?.flaw(&name).map(|flaw| w.flaw(&flaw)))
        };
        let flaws = move || {
            [flaw("label"), flaw("amount")].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        let remove = move |_| rows.rows.update(|rows| rows.retain(|it| it.id != row.id));
        view! {
            <li>
                <input
                    class="input"
                    aria-label=w.confirm_label()
                    placeholder=w.confirm_label()
                    maxlength="200"
                    prop:value=row.label
                    on:input:target=move |event| row.label.set(event.target().value())
                />
                <input
                    class="input num"
                    aria-label=w.confirm_amount()
                    placeholder=w.confirm_amount()
                    inputmode="decimal"
                    prop:value=row.amount
                    on:input:target=move |event| row.amount.set(event.target().value())
                />
                <Button kind="quiet" size="icon" on:click=remove attr:aria-label=w.remove()><Icon name="x"/></Button>
                <span class="flaw" role="alert">{flaws}</span>
            </li>
        }
    };

    view! {
        <ul class="line-rows">
            <For each=move || rows.rows.get() key=|row| row.id let:row>{each(row)}</For>
        </ul>
        <Button kind="quiet" size="small" on:click=move |_| rows.add(String::new(), String::new())>
            "＋ " {w.confirm_add()}
        </Button>
    }
}
