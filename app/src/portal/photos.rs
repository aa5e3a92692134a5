//! Photos from the camera: made small here, sent while the rest is still being typed.
//!
//! Without the program the same inputs send their files with the form.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{File, FormData, HtmlInputElement};

use super::answer::Echo;
use super::here::pause;
use super::post::{Lost, send};
use super::shrink::{blob_of, shrink};
use crate::error::AppError;
use crate::reader::lang;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Counts up on this page.
    pub id: u32,
    pub name: String,
    /// A small picture as a `data:` address; empty when the browser cannot draw it.
    pub thumb: String,
    pub at: Journey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Journey {
    /// Still here, as a `data:` address.
    Here(String),
    /// Taken in; the reference goes with the form.
    Sent(String),
    Refused(AppError),
}

/// The photos of one form.
#[derive(Clone, Copy)]
pub struct Album {
    pub photos: RwSignal<Vec<Photo>>,
    /// The one that is on its way, and how much of it has gone.
    under_way: RwSignal<Option<(u32, u8)>>,
    next: StoredValue<u32>,
    /// Where files are sent ahead of the form.
    address: StoredValue<String>,
    /// What proves who sends them, when it is a signed link.
    key: StoredValue<Option<String>>,
}

/// What the server answers to an upload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Goes with the form in place of the file.
    pub reference: String,
}

impl Photo {
    pub const fn is_sent(&self) -> bool {
        matches!(self.at, Journey::Sent(_))
    }
}

impl Album {
    /// With the files that came with a form that was refused.
    pub fn new(address: String, key: Option<String>, echo: Option<&Echo>) -> Self {
        let photos: Vec<Photo> = (0..)
            .zip(echo.map(Echo::attachments).unwrap_or_default())
            .map(|(id, (reference, name))| Photo {
                id,
                name,
                thumb: String::new(),
                at: Journey::Sent(reference),
            })
            .collect();
        Self {
            next: StoredValue::new(next_id(&photos)),
            photos: RwSignal::new(photos),
            under_way: RwSignal::new(None),
            address: StoredValue::new(address),
            key: StoredValue::new(key),
        }
    }

    /// Photos of an earlier visit.
    pub fn restore(self, photos: Vec<Photo>) {
        self.next.set_value(next_id(&photos));
        self.photos.set(photos);
    }

    pub fn clear(self) {
        self.photos.set(Vec::new());
    }

    /// Takes the files out of an input, so that they do not travel twice.
    fn take(self, input: &HtmlInputElement) {
        let files: Vec<File> = input
            .files()
            .map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect())
            .unwrap_or_default();
        input.set_value("");
        spawn_local_scoped_with_cancellation(async move {
            for file in files {
                self.add(file).await;
            }
            // Whoever is offline sends them with the form.
            let _ = self.send_all().await;
        });
    }

    async fn add(self, file: File) {
        let Some(small) = shrink(&file).await else { return };
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        let photo =
            Photo { id, name: file.name(), thumb: small.thumb, at: Journey::Here(small.data) };
        self.photos.update(|photos| photos.push(photo));
    }

    /// Sends what is still here, one after another. Two may ask at once; the second waits.
    pub async fn send_all(self) -> Result<(), Lost> {
        while self.under_way.get_untracked().is_some() {
            pause(100).await;
        }
        while let Some((id, name, data)) = self.next_here() {
            self.under_way.set(Some((id, 0)));
            let sent = self.send_one(id, &name, &data).await;
            self.under_way.set(None);
            let at = sent?;
            self.photos.update(|photos| {
                if let Some(photo) = photos.iter_mut().find(|photo| photo.id == id) {
                    photo.at = at;
                }
            });
        }
        Ok(())
    }

    fn next_here(self) -> Option<(u32, String, String)> {
        self.photos.with_untracked(|photos| {
            photos.iter().find_map(|photo| match &photo.at {
                Journey::Here(data) => Some((photo.id, photo.name.clone(), data.clone())),
                Journey::Sent(_) | Journey::Refused(_) => None,
            })
        })
    }

    async fn send_one(self, id: u32, name: &str, data: &str) -> Result<Journey, Lost> {
        let (under_way, address) = (self.under_way, self.address.get_value());
        let form = FormData::new().map_err(|_| Lost)?;
        let blob = blob_of(data).ok_or(Lost)?;
        if let Some(key) = self.key.get_value() {
            form.append_with_str("k", &key).map_err(|_| Lost)?;
        }
        form.append_with_blob_and_filename("file", &blob, name).map_err(|_| Lost)?;
        let (_, body) = send(&address, &form, move |part| under_way.set(Some((id, part)))).await?;
        let taken = serde_json::from_str::<Taken>(&body).map(|taken| taken.reference);
        Ok(match taken {
            Ok(reference) => Journey::Sent(reference),
            Err(_) => Journey::Refused(serde_json::from_str(&body).unwrap_or(AppError::Ours)),
        })
    }
}

fn next_id(photos: &[Photo]) -> u32 {
    photos.iter().map(|photo| photo.id + 1).max().unwrap_or_default()
}

/// The photos of a form, and the two ways to add one.
#[component]
pub fn Photos(
    album: Album,
    /// One way to add a photo instead of two: a phone asks which by itself.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let w = lang();
    let live = RwSignal::new(false);
    Effect::new(move || live.set(true));
    let take = move |event: Event| {
        if let Some(input) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
            album.take(&input);
        }
    };
    let marked = move || live.get().then_some("");
    let label = if compact { w.portal_photo() } else { w.portal_pick_photo() };
    let camera = (!compact).then(|| {
        view! {
            <label class="snap" data-live=marked>
                <span><b aria-hidden="true">"＋"</b>{w.portal_take_photo()}</span>
                <input
                    type="file"
                    name="photos"
                    accept="image/*"
                    capture="environment"
                    on:change=take
                />
            </label>
        }
    });
    view! {
        <div class="shots">
            <For each=move || album.photos.get() key=|photo| (photo.id, photo.is_sent()) let:photo>
                <Shot photo album/>
            </For>
            {camera}
            <label class="snap" data-live=marked>
                <span><b aria-hidden="true">"＋"</b>{label}</span>
                <input type="file" name="photos" accept="image/*,application/pdf" multiple on:change=take/>
            </label>
        </div>
    }
}

#[component]
fn Shot(photo: Photo, album: Album) -> impl IntoView {
    let w = lang();
    let Photo { id, name, thumb, at } = photo;
    let reference = match &at {
        Journey::Sent(reference) => Some(reference.clone()),
        Journey::Here(_) | Journey::Refused(_) => None,
    };
    let bad = matches!(at, Journey::Refused(_)).then_some("bad");
    let state = move || match (&at, album.under_way.get()) {
        (Journey::Sent(_), _) => w.portal_photo_sent().to_owned(),
        (Journey::Refused(_), _) => w.flaw_file_kind().to_owned(),
        (Journey::Here(_), Some((under_way, part))) if under_way == id => format!("{part}%"),
        (Journey::Here(_), _) => w.portal_photo_here().to_owned(),
    };
    let label = format!("{} {name}", w.remove());
    let thumb_or_name = if thumb.is_empty() {
        view! { <small>{name.clone()}</small> }.into_any()
    } else {
        view! { <img src=thumb alt=name.clone()/> }.into_any()
    };
    let remove = move |_| album.photos.update(|photos| photos.retain(|photo| photo.id != id));
    view! {
        <figure class="shot" data-state=bad>
            {thumb_or_name}
            <span class="mark" role="status">{state}</span>
            <button type="button" aria-label=label on:click=remove>
                "×"
            </button>
            {reference.map(|it| view! {
                <input type="hidden" name="attachments" value=it/>
                <input type="hidden" name="attachment_names" value=name/>
            })}
        </figure>
    }
}
