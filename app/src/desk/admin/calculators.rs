//! Calculators: declared formulas, kept in versions (E-05).

use leptos::prelude::*;

use super::AdminPage;
use crate::reader::lang;
use crate::ui::Empty;

#[component]
pub fn CalculatorsPage() -> impl IntoView {
    let w = lang();

    view! {
        <AdminPage title=w.admin_calculators() hint=w.admin_calculators_hint()>
            <Empty icon="calculator" title=w.calculators_none()/>
        </AdminPage>
    }
}
