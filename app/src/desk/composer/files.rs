//! Files that go with a message: sent to the server as they are chosen, named when it is sent.

use domain::id::AttachmentId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use crate::desk::upload::upload;
use crate::error::AppError;
use crate::reader::{lang, reader};
use crate::ui::Icon;

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
