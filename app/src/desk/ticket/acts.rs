use domain::actor::Permission;
use domain::state::StateCategory;
use leptos::prelude::*;

use super::deeds::{EscalateForm, LinkForm, MergeForm, ReopenForm, ResolveForm, WaitForm};
use super::open;
use super::partners::SendLines;
use super::supervision::SuperviseButton;
use super::tasks::{AskForm, AssignButton, ClaimButton, FinishButtons, SendBackForm};
use crate::desk::api::acting;
use crate::desk::handing_over::HandOver;
use crate::desk::keys::{Command, Hint, on_command};
use crate::reader::lang;
use crate::ui::{Button, Deed, Dialog, Icon, Menu, Problem, toaster};

/// What can be done with the ticket now: what the state and the reader's rights leave.
#[component]
pub fn Acts() -> impl IntoView {
    let w = lang();
    let open = open();
    let (toaster, quick) = (toaster(), Deed::new());
    let state = open.state();
    let when = move |permission: Permission, states: &'static [StateCategory]| {
        let may = open.may(permission);
        Memo::new(move |_| may.get() && states.contains(&state.get()))
    };
    let transfer = when(Permission::Transfer, LIVE);
    let wait = when(Permission::Wait, WORKING);
    let resume = when(Permission::Wait, &[StateCategory::Waiting]);
    let resolve = when(Permission::Resolve, LIVE);
    let reopen = when(Permission::Reopen, OVER);
    let close = when(Permission::Close, &[StateCategory::Resolved]);
    let urge = when(Permission::Urge, LIVE);
    let ask = when(Permission::Note, LIVE);
    let arrange = when(Permission::Arrange, ANY);
    let upper = open.part(|page| page.escalates_to.clone());
    let mine = open.my_task();
    let [transferring, waiting, resolving, reopening, linking, merging, returning, inquiring] =
        [(); 8].map(|()| RwSignal::new(false));
    let [confirming, escalating] = [(); 2].map(|()| RwSignal::new(false));
    on_command(Command::Assign, move || transferring.set(transfer.get_untracked()));
    on_command(Command::Wait, move || waiting.set(wait.get_untracked()));
    on_command(Command::Resolve, move || resolving.set(resolve.get_untracked()));
    let act_urge =
        move |_| open.act(quick, acting::urge(open.number), move |()| toaster.say(w.urge_done()));
    let act_close = move |_| open.act(quick, acting::close(open.number), |()| ());
    let act_resume = move |_| open.act(quick, acting::resume(open.number), |()| ());

    view! {
        <div class="doings" role="toolbar" aria-label=w.ticket_acts()>
            <ClaimButton/>
            <FinishButtons/>
            <AssignButton/>
            <SuperviseButton/>
            <Show when=move || resume.get()>
                <Button kind="primary" busy=quick.pending on:click=act_resume>{w.act_resume()}</Button>
            </Show>
            <Show when=move || resolve.get()>
                <Button on:click=move |_| resolving.set(true)>{w.act_resolve()} <Hint of=Command::Resolve/></Button>
            </Show>
            <Show when=move || wait.get()>
                <Button on:click=move |_| waiting.set(true)>{w.act_wait()} <Hint of=Command::Wait/></Button>
            </Show>
            <Show when=move || transfer.get()>
                <Button on:click=move |_| transferring.set(true)>{w.act_transfer()} <Hint of=Command::Assign/></Button>
            </Show>
            <Show when=move || ask.get()>
                <Button on:click=move |_| inquiring.set(true)>{w.act_ask()}</Button>
            </Show>
            <Show when=move || reopen.get()>
                <Button on:click=move |_| reopening.set(true)>{w.act_reopen()}</Button>
            </Show>
            <Show when=move || close.get()>
                <Button busy=quick.pending on:click=act_close>{w.act_close()}</Button>
            </Show>
            <Menu id="acts-more" size="icon" label=w.more() face=|| view! { <Icon name="more"/> }>
                <Show when=move || mine.read().is_some()>
                    <button type="button" on:click=move |_| returning.set(true)>{w.act_send_back()}</button>
                </Show>
                <Show when=move || ask.get()>
                    <button type="button" on:click=move |_| confirming.set(true)>{w.confirm_send()}</button>
                </Show>
                <Show when=move || transfer.get() && upper.read().is_some()>
                    <button type="button" on:click=move |_| escalating.set(true)>{w.act_escalate()}</button>
                </Show>
                <Show when=move || urge.get()>
                    <button type="button" on:click=act_urge>{w.act_urge()}</button>
                </Show>
                <Show when=move || arrange.get()>
                    <button type="button" on:click=move |_| linking.set(true)>{w.act_link()}</button>
                    <button type="button" on:click=move |_| merging.set(true)>{w.act_merge()}</button>
                </Show>
                <a href=format!("/desk/t/{}/case", open.number)>{w.act_case_file()}</a>
                <FollowButton/>
            </Menu>
            <Problem error=quick.error/>
        </div>
        <Dialog open=transferring title=w.act_transfer()>
            <HandOver tickets=vec![open.number] done=move || transferring.set(false)/>
        </Dialog>
        <Dialog open=escalating title=w.act_escalate()>
            {move || upper.get().map(|to| view! { <EscalateForm asking=escalating to/> })}
        </Dialog>
        <Dialog open=waiting title=w.act_wait()><WaitForm asking=waiting/></Dialog>
        <Dialog open=resolving title=w.act_resolve()><ResolveForm asking=resolving/></Dialog>
        <Dialog open=reopening title=w.act_reopen()><ReopenForm asking=reopening/></Dialog>
        <Dialog open=linking title=w.act_link()><LinkForm asking=linking/></Dialog>
        <Dialog open=merging title=w.act_merge()><MergeForm asking=merging/></Dialog>
        <Dialog open=inquiring title=w.act_ask()><AskForm asking=inquiring/></Dialog>
        <Dialog open=confirming title=w.confirm_send()><SendLines asking=confirming/></Dialog>
        <Dialog open=returning title=w.act_send_back()><SendBackForm asking=returning/></Dialog>
    }
}

#[component]
fn FollowButton() -> impl IntoView {
    use crate::desk::api::editing::follow;

    let w = lang();
    let open = open();
    let following = open.part(|page| page.following);
    let deed = Deed::new();
    let act = move |_| open.act(deed, follow(open.number, !following.get_untracked()), |()| ());

    view! {
        <button type="button" on:click=act>
            {move || if following.get() { w.act_unfollow() } else { w.act_follow() }}
        </button>
    }
}

const WORKING: &[StateCategory] = &[StateCategory::New, StateCategory::Open];
const LIVE: &[StateCategory] = &[StateCategory::New, StateCategory::Open, StateCategory::Waiting];
const OVER: &[StateCategory] = &[StateCategory::Resolved, StateCategory::Closed];
const ANY: &[StateCategory] = &StateCategory::ALL;
