//! What steps, owners, outcomes and ways are called, so that a flow can be read as sentences.

use domain::flow::facts::{Is, Test};
use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::flow::page::Choices;
use domain::flow::{Flow, Outcome, Step, StepKey, Transition};

use super::facts::{self, Kind, Known};
use crate::words::Lang;

pub fn step(w: Lang, flow: &Flow, key: &StepKey) -> String {
    flow.step(key).map_or_else(|| key.as_str().to_owned(), |step| of_step(w, step))
}

pub fn of_step(w: Lang, step: &Step) -> String {
    match step.name.trim() {
        "" => w.step_unnamed().to_owned(),
        name => name.to_owned(),
    }
}

pub fn target(w: Lang, flow: &Flow, to: Option<&StepKey>) -> String {
    to.map_or_else(|| w.flow_end().to_owned(), |to| step(w, flow, to))
}

pub fn outcome(w: Lang, kind: &StepKind, outcome: &Outcome) -> String {
    if let StepKind::Question { answers } = kind
        && let Some(answer) = answers.iter().find(|it| it.outcome == *outcome)
    {
        return answer.label.clone();
    }
    let word = outcome.as_str();
    let done = (word == Outcome::DONE).then(|| w.way_done());
    w.outcome(word).or(done).unwrap_or(word).to_owned()
}

pub fn owner(w: Lang, flow: &Flow, choices: &Choices, rule: &OwnerRule) -> String {
    let name = |all: &[(String, String)], word: &str| {
        let known = all.iter().find(|(known, _)| known == word);
        known.map_or_else(|| "—".to_owned(), |(_, name)| name.clone())
    };
    match rule {
        OwnerRule::Queue => w.owner_queue().to_owned(),
        OwnerRule::Group { group } => name(&choices.groups, &group.to_string()),
        OwnerRule::Department { department } => {
            w.owner_head_of(name(&choices.departments, &department.to_string()))
        }
        OwnerRule::Branch => w.owner_branch().to_owned(),
        OwnerRule::Role { role } => w.owner_in_role(name(&choices.roles, role)),
        OwnerRule::Person { agent } => name(&choices.people, &agent.to_string()),
        OwnerRule::Requester => w.owner_requester().to_owned(),
        OwnerRule::Partner { partner } => name(&choices.partners, &partner.to_string()),
        OwnerRule::PartnerInField { field } => w.owner_in_field(name(&choices.fields, field)),
        OwnerRule::PreviousHandler => w.owner_previous_handler().to_owned(),
        OwnerRule::HandlerOf { step: of } => w.owner_of_step(step(w, flow, of)),
        OwnerRule::TicketOwner => w.owner_ticket_owner().to_owned(),
        OwnerRule::Superior => w.owner_superior().to_owned(),
        OwnerRule::Desk => w.owner_desk().to_owned(),
    }
}

/// `涉及金额 ≤ 500 元`
pub fn condition(w: Lang, known: &[Known], test: &Test) -> String {
    let fact = facts::find(known, &test.fact);
    let value = match &test.is {
        Is::Known | Is::Unknown => String::new(),
        Is::OneOf(words) | Is::NoneOf(words) => called(w, &fact.kind, words),
        Is::AtLeast(number) | Is::MoreThan(number) | Is::AtMost(number) | Is::LessThan(number) => {
            let unit = if fact.kind == Kind::Money { w.unit_yuan() } else { "" };
            format!("{} {unit}", facts::decimal(*number))
        }
    };
    format!("{} {} {value}", fact.label, w.question_is(&test.is)).trim_end().to_owned()
}

fn called(w: Lang, kind: &Kind, words: &[String]) -> String {
    let name = |word: &String| match kind {
        Kind::OneOf(options) => {
            let known = options.iter().find(|(known, _)| known == word);
            known.map_or_else(|| word.clone(), |(_, label)| label.clone())
        }
        Kind::Number | Kind::Money | Kind::Text => word.clone(),
    };
    words.iter().map(name).collect::<Vec<_>>().join(w.list_comma())
}

/// When the way is taken; nothing, where it always is.
pub fn when(w: Lang, known: &[Known], step: &Step, way: &Transition) -> String {
    let outcome = way.on.as_ref().map(|on| outcome(w, &step.kind, on));
    let tests = way.when.iter().map(|test| condition(w, known, test));
    outcome.into_iter().chain(tests).collect::<Vec<_>>().join(w.list_comma())
}

/// Every way out of a step: what has to be, and where it leads then.
pub fn ways(w: Lang, flow: &Flow, known: &[Known], step: &Step) -> Vec<(String, String)> {
    if let StepKind::Fork { branches, then, .. } = &step.kind {
        let names: Vec<String> = branches.iter().map(|key| self::step(w, flow, key)).collect();
        let all = (String::new(), names.join(" ＋ "));
        return vec![all, (w.fork_then().to_owned(), self::step(w, flow, then))];
    }
    let ways = step.next.iter();
    ways.map(|way| (when(w, known, step, way), target(w, flow, way.to.as_ref()))).collect()
}
