use domain::case_file::Audience;
use domain::id::TicketNumber;
use leptos::prelude::*;

use crate::reader::lang;

/// For whom the file is: each sees what that reader would get.
#[component]
pub fn Audiences(number: TicketNumber, #[prop(into)] chosen: Signal<Audience>) -> impl IntoView {
    let w = lang();
    let link = move |audience: Audience| {
        let href = format!("/desk/t/{number}/case?audience={}", audience.as_str());
        let current = move || (chosen.get() == audience).then_some("true");
        view! { <a href=href aria-current=current>{w.audience(audience)}</a> }
    };

    view! {
        <nav class="sieve" aria-label=w.case_for()>
            {Audience::ALL.map(link).collect_view()}
        </nav>
    }
}
