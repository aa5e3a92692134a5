use leptos::prelude::*;

use crate::desk::api::editing::follow;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed};

/// Who wants to know.
#[component]
pub fn Followers() -> impl IntoView {
    let w = lang();
    let open = open();
    let followers = open.part(|page| page.followers.clone());
    let following = open.part(|page| page.following);
    let deed = Deed::new();
    let act = move |_| open.act(deed, follow(open.number, !following.get_untracked()), |()| ());
    let names = move || {
        let names: Vec<_> = followers.get().into_iter().map(|it| it.name).collect();
        if names.is_empty() { w.side_no_followers().to_owned() } else { names.join(w.list_comma()) }
    };

    view! {
        <section>
            <h2>
                {w.side_followers()}
                <Button kind="quiet" size="small" busy=deed.pending on:click=act>
                    {move || if following.get() { w.act_unfollow() } else { w.act_follow() }}
                </Button>
            </h2>
            <p class="soft">{names}</p>
        </section>
    }
}
