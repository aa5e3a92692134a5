use domain::page::Me;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::HELP;
use crate::desk::api::session::{SignOut, set_available};
use crate::desk::keys::{Hint, Keys};
use crate::desk::session::session;
use crate::reader::{Theme, lang, reader, wear};
use crate::ui::{Avatar, Deed, Icon, Languages, Menu};

/// Oneself: there or away, language, looks, out.
#[component]
pub fn MeMenu() -> impl IntoView {
    let session = session();

    view! {
        <Transition>
            {move || session.me().and_then(Result::ok).map(|me| view! { <MyMenu me/> })}
        </Transition>
    }
}

#[component]
fn MyMenu(me: Me) -> impl IntoView {
    let w = lang();
    let keys = use_context::<Keys>();
    let help = move |_| {
        keys.map(|keys| keys.give(HELP));
    };
    let there = RwSignal::new(me.available);
    let face = {
        let name = me.name.clone();
        move || {
            view! {
                <span class="face" data-there=move || there.get().then_some("")>
                    <Avatar name=name.clone()/>
                </span>
            }
        }
    };

    view! {
        <Menu id="me" kind="quiet" label=w.me_menu(&me.name) face>
            <div class="heading">{me.name.clone()} " · " {me.login.clone()}</div>
            <Available there/>
            <a href="/desk/tasks"><Icon name="hand"/> {w.narrow_tasks()}</a>
            <hr/>
            <div class="heading">{w.theme()}</div>
            <div class="ways">{Theme::ALL.map(|theme| view! { <Wear theme/> }).into_view()}</div>
            <hr/>
            <div class="heading">{w.language()}</div>
            <div class="ways"><Languages/></div>
            <hr/>
            <button type="button" on:click=help>
                <Icon name="help"/> {w.keys_help()} <Hint of=HELP/>
            </button>
            // A whole new page: nothing of this person stays in the browser.
            <form method="post" action=SignOut::PATH>
                <button><Icon name="out"/> {w.sign_out()}</button>
            </form>
        </Menu>
    }
}

/// Whoever is away gets no work unasked.
#[component]
fn Available(there: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let deed = Deed::new();
    let change = move |available: bool| {
        deed.run(set_available(available), move |()| there.set(available));
    };

    view! {
        <label>
            <input
                type="checkbox"
                role="switch"
                prop:checked=there
                checked=there.get_untracked()
                on:change:target=move |event| change(event.target().checked())
            />
            {w.me_available()}
            <span class="end faint">
                {move || if there.get() { w.me_there() } else { w.me_away() }}
            </span>
        </label>
    }
}

#[component]
fn Wear(theme: Theme) -> impl IntoView {
    let w = lang();
    let label = match theme {
        Theme::System => w.theme_system(),
        Theme::Light => w.theme_light(),
        Theme::Dark => w.theme_dark(),
    };
    let current = if reader().theme == theme { "true" } else { "false" };

    view! {
        <button type="button" aria-pressed=current on:click=move |_| wear(theme)>
            {label}
        </button>
    }
}
