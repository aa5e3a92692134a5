//! Files that go with a message: sent to the server as they are chosen, named when it is sent.

use domain::id::AttachmentId;
use domain::invalid::{Flaw, Flaws};
use gloo::net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use web_sys::{File, FormData, HtmlInputElement};

use crate::error::AppError;
use crate::reader::{lang, reader};
use crate::ui::Icon;

const ADDRESS: &str = "/files";

/// The files of one message.
#[derive(Clone, Copy, Default)]
pub struct Files(RwSignal<Vec<Sent>>);

#[derive(Clone)]
struct Sent {
    name: String,
    at: At,
}

#[derive(Clone)]
enum At {
    OnTheWay,
    There(AttachmentId),
    Refused(AppError),
}

/// What the server answers to a file.
#[derive(Deserialize)]
struct Taken {
    id: AttachmentId,
}

impl Files {
    /// Those the server has.
    pub fn sent(self) -> Vec<AttachmentId> {
        self.0.with_untracked(|all| {
            all.iter()
                .filter_map(|file| match file.at {
                    At::There(id) => Some(id),
                    At::OnTheWay | At::Refused(_) => None,
                })
                .collect()
        })
    }

    pub fn busy(self) -> bool {
        self.0.read().iter().any(|file| matches!(file.at, At::OnTheWay))
    }

    pub fn clear(self) {
        self.0.try_set(Vec::new());
    }

    fn add(self, file: File) {
        let place = self.0.with_untracked(Vec::len);
        self.0.update(|all| all.push(Sent { name: file.name(), at: At::OnTheWay }));
        spawn_local(async move {
            let at = match upload(&file).await {
                Ok(id) => At::There(id),
                Err(error) => At::Refused(error),
            };
            self.0.try_update(|all| {
                if let Some(file) = all.get_mut(place) {
                    file.at = at;
                }
            });
        });
    }
}

async fn upload(file: &File) -> Result<AttachmentId, AppError> {
    let form = FormData::new().map_err(|_| AppError::Ours)?;
    form.append_with_blob_and_filename("file", file, &file.name()).map_err(|_| AppError::Ours)?;
    let request = Request::post(ADDRESS).header("accept", "application/json");
    let request = request.body(form).map_err(|_| AppError::Ours)?;
    let answer = request.send().await.map_err(|_| AppError::Unreachable)?;
    match answer.status() {
        200..=299 => answer.json::<Taken>().await.map(|taken| taken.id).map_err(|_| AppError::Ours),
        413 => Err(AppError::Invalid(Flaws::one("file", Flaw::FileTooLarge { max_mb: 25 }))),
        _ => Err(answer.json().await.unwrap_or(AppError::Ours)),
    }
}

#[component]
pub fn FileButton(files: Files) -> impl IntoView {
    let take = move |event: leptos::ev::Event| {
        let Some(input) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        if let Some(chosen) = input.files() {
            (0..chosen.length()).filter_map(|at| chosen.get(at)).for_each(|file| files.add(file));
        }
        // The same file may be chosen again.
        input.set_value("");
    };

    view! {
        <label class="button" data-kind="quiet" data-size="icon" title=lang().add_attachment()>
            <Icon name="clip"/>
            <span class="aside-for-readers">{lang().add_attachment()}</span>
            <input class="aside-for-readers" type="file" multiple on:change=take/>
        </label>
    }
}

#[component]
pub fn FileList(files: Files) -> impl IntoView {
    let w = lang();
    let all = files.0;
    let remove = move |at: usize| all.update(|all| drop(all.remove(at)));
    let row = move |(at, file): (usize, Sent)| {
        let (state, words) = match &file.at {
            At::OnTheWay => ("busy", Some(w.uploading().to_owned())),
            At::There(_) => ("there", None),
            At::Refused(error) => {
                let flaw = error.flaw("file").map(|flaw| w.flaw(&flaw));
                ("refused", Some(flaw.unwrap_or_else(|| error.to_words(&reader()))))
            }
        };
        view! {
            <li data-state=state>
                <Icon name="file"/> {file.name} <span class="faint">{words}</span>
                <button type="button" class="quiet-act" aria-label=w.remove() on:click=move |_| remove(at)>
                    <Icon name="x"/>
                </button>
            </li>
        }
    };

    view! {
        <Show when=move || !all.read().is_empty()>
            <ul class="outgoing">{move || all.get().into_iter().enumerate().map(row).collect_view()}</ul>
        </Show>
    }
}
