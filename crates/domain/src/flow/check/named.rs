//! What a flow names that its desk does not have.

use crate::flow::check::Problem;
use crate::flow::kind::StepKind;
use crate::flow::owner::OwnerRule;
use crate::flow::page::Choices;
use crate::flow::{Flow, Step};

impl Flow {
    /// Everything that keeps the flow from being published at the desk that has these choices.
    pub fn problems_among(&self, choices: &Choices) -> Vec<Problem> {
        let mut problems = self.problems();
        problems.extend(self.steps.iter().flat_map(|step| unknown(step, choices)));
        problems
    }
}

fn unknown(step: &Step, choices: &Choices) -> Vec<Problem> {
    let key = || step.key.clone();
    let mut problems = Vec::new();
    if !is_there(&step.owner, choices) {
        problems.push(Problem::NoOwner { step: key() });
    }
    let fields = step.fields.iter().filter(|it| !has(&choices.fields, &it.key));
    problems
        .extend(fields.map(|field| Problem::NoSuchField { step: key(), field: field.key.clone() }));
    if let StepKind::Action(call) = &step.kind
        && !has(&choices.actions, &format!("{}.{}", call.connector, call.operation))
    {
        let (connector, operation) = (call.connector.clone(), call.operation.clone());
        problems.push(Problem::NoSuchAction { step: key(), connector, operation });
    }
    problems
}

fn has(choices: &[(String, String)], word: &str) -> bool {
    choices.iter().any(|(known, _)| known == word)
}

/// A department without a leader has nobody who could get the task.
fn is_there(owner: &OwnerRule, choices: &Choices) -> bool {
    match owner {
        OwnerRule::Group { group } => has(&choices.groups, &group.to_string()),
        OwnerRule::Department { department } => has(&choices.departments, &department.to_string()),
        OwnerRule::Role { role } => has(&choices.roles, role),
        OwnerRule::Person { agent } => has(&choices.people, &agent.to_string()),
        OwnerRule::Partner { partner } => has(&choices.partners, &partner.to_string()),
        OwnerRule::PartnerInField { field } => has(&choices.fields, field),
        OwnerRule::Queue
        | OwnerRule::Branch
        | OwnerRule::Requester
        | OwnerRule::PreviousHandler
        | OwnerRule::HandlerOf { .. }
        | OwnerRule::TicketOwner
        | OwnerRule::Superior
        | OwnerRule::Desk => true,
    }
}
