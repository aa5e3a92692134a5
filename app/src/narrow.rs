//! One step for whoever answers it, outside or inside (D-05, D-26): what is asked, and a plain form
//! for the answer. It works without the program; the program adds a pad to sign on.

mod answered;
mod choices;
mod form;
mod lines;
mod signing;

use domain::id::AttachmentId;
use domain::narrow::{NarrowPage, Standing};
use leptos::prelude::*;

use self::answered::Answered;
pub use self::answered::{Decided, Signed};
pub use self::choices::Choices;
use self::form::AnswerForm;
pub use self::form::{SendButton, StepFields, Typed};
use crate::portal::answer::Echo;
use crate::reader::lang;
use crate::ui::Due;

/// Where the page is; its form and its files are below that.
#[derive(Clone, Debug)]
pub struct Place {
    pub base: String,
}

impl Place {
    fn answer(&self) -> String {
        format!("{}/answer", self.base)
    }

    fn file(&self, id: AttachmentId) -> String {
        format!("{}/files/{id}", self.base)
    }
}

#[component]
pub fn NarrowView(page: NarrowPage, place: Place, echo: Option<Echo>) -> impl IntoView {
    let w = lang();
    let number = page.number.to_string();
    let asked_by = page.asked_by.clone().map(|name| w.narrow_asked_by(name));
    let due = page.due_at.filter(|_| page.is_open()).map(|at| {
        view! { <p class="due-by"><span class="soft">{w.narrow_due()}</span> " " <Due at/></p> }
    });
    let (title, instructions) = (page.title.clone(), page.instructions.clone());
    let files = files(&page, &place);
    let body = match page.standing.clone() {
        Standing::Open => view! { <AnswerForm page place echo/> }.into_any(),
        Standing::Answered { outcome, answer, at } => {
            view! { <Answered page place outcome answer at/> }.into_any()
        }
        Standing::Withdrawn => {
            view! { <p class="banner" data-tone="wait"><b>{w.narrow_withdrawn()}</b></p> }
                .into_any()
        }
    };

    view! {
        <article class="narrow">
            <header>
                <p class="soft">{asked_by} " " <span class="num">{number}</span></p>
                <h1>{title}</h1>
                {instructions.map(|text| view! { <p class="lead">{text}</p> })}
                {due}
            </header>
            {files}
            {body}
        </article>
    }
}

/// What came with the question, or was sent with the answer; photos of lines and the signature
/// stand where they belong.
fn files(page: &NarrowPage, place: &Place) -> Option<AnyView> {
    let elsewhere = |id: AttachmentId| {
        let of_line = page.lines.iter().filter_map(|line| line.decision.as_ref()?.photo);
        let signed = page.signature.as_ref().and_then(|it| it.attachment);
        of_line.chain(signed).any(|known| known == id)
    };
    let links: Vec<_> = page
        .attachments
        .iter()
        .filter(|file| !elsewhere(file.id))
        .map(|file| (place.file(file.id), file.name.clone()))
        .collect();
    let title = lang().narrow_files();
    (!links.is_empty()).then(|| {
        let links = links.into_iter().map(|(href, name)| {
            view! { <li><a href=href rel="external" target="_blank">{name}</a></li> }
        });
        view! {
            <section aria-label=title>
                <h2>{title}</h2>
                <ul class="files">{links.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}
