//! Who does a step.

use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::flow::page::Choices;
use domain::flow::{Flow, StepKey};
use domain::id::{AgentId, DepartmentId, GroupId, PartnerId};
use leptos::prelude::*;

use crate::desk::admin::flows::names;
use crate::desk::admin::flows::parts::{Options, Pick};
use crate::desk::admin::flows::state::editor;
use crate::reader::lang;
use crate::words::Lang;

#[component]
pub fn Owner(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let rule = Signal::derive(move || word(&step.read().owner).to_owned());
    let rules = Signal::derive(move || rules(w, &step.read().kind));
    let of = key.clone();
    let choose = move |chosen: String| {
        let first = editor.draft.with_untracked(|flow| {
            let options = editor.choices.with_untracked(|it| which(w, flow, it, &chosen, &of));
            options.into_iter().next().map(|(word, _)| word)
        });
        let owner = rule_of(&chosen, &first.unwrap_or_default());
        editor.change_step(&of, |step| step.owner = owner);
    };
    let named = Signal::derive(move || names_one(&step.read().owner).unwrap_or_default());
    let of = key.clone();
    let options = Signal::derive(move || {
        which(w, &editor.draft.read(), &editor.choices.read(), &rule.get(), &of)
    });
    let choose_one = Callback::new(move |one: String| {
        let owner = rule_of(&rule.get_untracked(), &one);
        editor.change_step(&key, |step| step.owner = owner);
    });
    let names_some = Memo::new(move |_| names_one(&step.read().owner).is_some());

    view! {
        <div class="pair">
            <Pick label=w.step_owner() value=rule options=rules choose/>
            <Show when=move || names_some.get()>
                <Pick label=w.owner_which() value=named options choose=choose_one/>
            </Show>
        </div>
    }
    .into_any()
}

/// Who can have a step of this kind, each by its word.
fn rules(w: Lang, kind: &StepKind) -> Options {
    let outside =
        matches!(kind, StepKind::Question { .. } | StepKind::Confirmation | StepKind::Work);
    let inside = [
        ("queue", w.owner_queue()),
        ("group", w.owner_group()),
        ("previous_handler", w.owner_previous_handler()),
        ("handler_of", w.owner_handler_of()),
        ("superior", w.owner_superior()),
        ("department", w.owner_department()),
        ("role", w.owner_role()),
        ("person", w.owner_person()),
        ("ticket_owner", w.owner_ticket_owner()),
        ("branch", w.owner_branch()),
    ];
    let others = [
        ("requester", w.owner_requester()),
        ("partner", w.owner_partner()),
        ("partner_in_field", w.owner_partner_in_field()),
    ];
    let others = others.into_iter().filter(|_| outside);
    inside.into_iter().chain(others).map(|(word, name)| (word.into(), name.into())).collect()
}

/// What the rule has to name, of what there is.
fn which(w: Lang, flow: &Flow, choices: &Choices, rule: &str, of: &StepKey) -> Options {
    match rule {
        "group" => choices.groups.clone(),
        "department" => choices.departments.clone(),
        "role" => choices.roles.clone(),
        "person" => choices.people.clone(),
        "partner" => choices.partners.clone(),
        "partner_in_field" => choices.fields.clone(),
        "handler_of" => {
            let others = flow.steps.iter().filter(|step| step.key != *of);
            let others = others.filter(|step| step.kind.is_done_by_people());
            others.map(|step| (step.key.0.clone(), names::of_step(w, step))).collect()
        }
        _ => Options::new(),
    }
}

const fn word(rule: &OwnerRule) -> &'static str {
    match rule {
        OwnerRule::Queue => "queue",
        OwnerRule::Group { .. } => "group",
        OwnerRule::Department { .. } => "department",
        OwnerRule::Branch => "branch",
        OwnerRule::Role { .. } => "role",
        OwnerRule::Person { .. } => "person",
        OwnerRule::Requester => "requester",
        OwnerRule::Partner { .. } => "partner",
        OwnerRule::PartnerInField { .. } => "partner_in_field",
        OwnerRule::PreviousHandler => "previous_handler",
        OwnerRule::HandlerOf { .. } => "handler_of",
        OwnerRule::TicketOwner => "ticket_owner",
        OwnerRule::Superior => "superior",
        OwnerRule::Desk => "desk",
    }
}

fn names_one(rule: &OwnerRule) -> Option<String> {
    match rule {
        OwnerRule::Group { group } => Some(group.to_string()),
        OwnerRule::Department { department } => Some(department.to_string()),
        OwnerRule::Role { role } => Some(role.clone()),
        OwnerRule::Person { agent } => Some(agent.to_string()),
        OwnerRule::Partner { partner } => Some(partner.to_string()),
        OwnerRule::PartnerInField { field } => Some(field.clone()),
        OwnerRule::HandlerOf { step } => Some(step.0.clone()),
        OwnerRule::Queue
        | OwnerRule::Branch
        | OwnerRule::Requester
        | OwnerRule::PreviousHandler
        | OwnerRule::TicketOwner
        | OwnerRule::Superior
        | OwnerRule::Desk => None,
    }
}

/// What nobody has is nobody's: an id of zero is found by the check.
fn rule_of(word: &str, one: &str) -> OwnerRule {
    let id = || one.parse().unwrap_or_default();
    match word {
        "group" => OwnerRule::Group { group: GroupId(id()) },
        "department" => OwnerRule::Department { department: DepartmentId(id()) },
        "branch" => OwnerRule::Branch,
        "role" => OwnerRule::Role { role: one.to_owned() },
        "person" => OwnerRule::Person { agent: AgentId(id()) },
        "requester" => OwnerRule::Requester,
        "partner" => OwnerRule::Partner { partner: PartnerId(id()) },
        "partner_in_field" => OwnerRule::PartnerInField { field: one.to_owned() },
        "previous_handler" => OwnerRule::PreviousHandler,
        "handler_of" => OwnerRule::HandlerOf { step: StepKey::new(one) },
        "ticket_owner" => OwnerRule::TicketOwner,
        "superior" => OwnerRule::Superior,
        _ => OwnerRule::Queue,
    }
}
