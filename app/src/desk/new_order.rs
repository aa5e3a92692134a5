//! Typing an order's number fills what the shop knows of it (E-04, B-13).

use domain::business::{RefKind, Seen, Sight};
use domain::field::{Field as Asked, FieldKind};
use domain::page::Filing;
use leptos::prelude::*;

use super::api::outside::look_up;
use crate::reader::lang;
use crate::ui::{Deed, Problem};

#[derive(Clone, Copy)]
pub struct Found {
    filing: RwSignal<Filing>,
    sight: RwSignal<Option<Sight>>,
    deed: Deed,
}

impl Found {
    pub fn new(filing: RwSignal<Filing>) -> Self {
        Self { filing, sight: RwSignal::new(None), deed: Deed::new() }
    }

    /// Fields that are still empty and are called as something that was found. What somebody typed
    /// stays.
    pub fn look(self, number: String, form: Vec<Asked>) {
        if FieldKind::Order.parse(&number).is_err() {
            self.sight.set(None);
            return;
        }
        self.deed.run(look_up(RefKind::Order, number), move |sight| {
            if let Sight::Seen(seen) = &sight {
                self.filing.try_update(|filing| fill(filing, &form, seen));
            }
            self.sight.try_set(Some(sight));
        });
    }
}

fn fill(filing: &mut Filing, form: &[Asked], seen: &Seen) {
    for field in form {
        let key = field.id.to_string();
        let typed = |(known, value): &(String, String)| *known == key && !value.trim().is_empty();
        let line = seen.lines.iter().find(|line| line.key == field.key);
        if let (Some(line), false) = (line, filing.fields.iter().any(typed)) {
            filing.fields.retain(|(known, _)| *known != key);
            filing.fields.push((key, line.value.clone()));
        }
    }
}

/// What the order is of, in one line; or that it cannot be seen.
#[component]
pub fn OrderFound(found: Found) -> impl IntoView {
    let w = lang();
    let Found { sight, deed, .. } = found;
    let words = move || match sight.get()? {
        Sight::Seen(seen) => {
            let values: Vec<_> = seen.lines.into_iter().map(|line| line.value).take(4).collect();
            Some(w.order_found(values.join(" · ")))
        }
        Sight::Nothing { reason } => Some(w.thing_nothing(reason)),
        Sight::NotReachable { trouble } => Some(w.thing_not_reachable(w.trouble(trouble))),
        Sight::NotConnected => None,
    };

    view! {
        <p class="soft" role="status">
            {move || if deed.pending.get() { Some(w.order_looking().to_owned()) } else { words() }}
        </p>
        <Problem error=deed.error/>
    }
}
