use std::time::Duration;

use leptos::prelude::*;

/// Long enough to read a sentence and reach for the button.
const STAYS: Duration = Duration::from_secs(6);

/// Says short things at the foot of the page.
#[derive(Clone, Copy, Debug)]
pub struct Toaster(RwSignal<Vec<Toast>>);

#[derive(Clone, Debug)]
struct Toast {
    id: usize,
    words: String,
    undo: Option<(String, Callback<()>)>,
}

impl Toaster {
    pub fn provide() {
        provide_context(Self(RwSignal::new(Vec::new())));
    }

    pub fn say(self, words: impl Into<String>) {
        self.show(words.into(), None);
    }

    /// With a button that takes it back, or goes where it was done.
    pub fn offer(self, words: impl Into<String>, label: impl Into<String>, act: Callback<()>) {
        self.show(words.into(), Some((label.into(), act)));
    }

    fn show(self, words: String, undo: Option<(String, Callback<()>)>) {
        let id = self.0.with_untracked(|all| all.last().map_or(0, |last| last.id + 1));
        self.0.update(|all| all.push(Toast { id, words, undo }));
        set_timeout(move || self.drop(id), STAYS);
    }

    fn drop(self, id: usize) {
        self.0.update(|all| all.retain(|toast| toast.id != id));
    }
}

/// The toaster of this page.
pub fn toaster() -> Toaster {
    use_context().unwrap_or_else(|| Toaster(RwSignal::new(Vec::new())))
}

/// Where toasts appear; stands once at the end of the page.
#[component]
pub fn Toasts() -> impl IntoView {
    let Toaster(all) = toaster();

    view! {
        <div class="toasts" role="status">
            <For each=move || all.get() key=|toast| toast.id let:toast>
                <div class="toast">
                    <span>{toast.words}</span>
                    {toast.undo.map(|(label, act)| view! {
                        <button type="button" on:click=move |_| act.run(())>{label}</button>
                    })}
                </div>
            </For>
        </div>
    }
}
