use domain::case_file::Audience;
use domain::id::TicketNumber;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::audiences::Audiences;
use super::paper;
use super::sheet::Sheet;
use crate::desk::address;
use crate::desk::api::case_file::read_case_file;
use crate::reader::{lang, reader};
use crate::ui::{Empty, Icon, Problem, Skeleton};

/// The whole matter on one page, for one reader; what is downloaded is recorded.
#[component]
pub fn CaseFilePage() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.read().get("number")?.parse::<TicketNumber>().ok());

    view! {
        {move || match number.get() {
            Some(number) => view! { <OneFile number/> }.into_any(),
            None => view! { <Missing/> }.into_any(),
        }}
    }
}

#[component]
fn OneFile(number: TicketNumber) -> impl IntoView {
    let w = lang();
    let key = address::key("audience");
    let audience =
        Memo::new(move |_| key.get().and_then(|word| word.parse().ok()).unwrap_or_default());
    let file = Resource::new(
        move || audience.get(),
        move |audience: Audience| read_case_file(number, audience),
    );
    let sheet = move || {
        Suspend::new(async move {
            match file.await {
                Ok(file) => view! { <Sheet paper=paper(&file, &reader())/> }.into_any(),
                Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
            }
        })
    };
    let pdf = move || format!("/desk/t/{number}/case.pdf?audience={}", audience.get().as_str());

    view! {
        <Title text=w.case_title(number)/>
        <main class="case-file" id="main" tabindex="-1">
            <header>
                <a class="button" data-kind="quiet" href=format!("/desk/t/{number}")>
                    <Icon name="back"/> {number.to_string()}
                </a>
                <Audiences number chosen=audience/>
                <a class="button" data-kind="primary" href=pdf download="">{w.case_pdf()}</a>
            </header>
            <Transition fallback=|| view! { <Skeleton lines=8/> }>{sheet}</Transition>
        </main>
    }
}

#[component]
fn Missing() -> impl IntoView {
    let w = lang();

    view! {
        <Title text=w.ticket_missing()/>
        <main class="case-file" id="main">
            <Empty icon="search" title=w.ticket_missing() hint=w.error_not_found()/>
        </main>
    }
}
