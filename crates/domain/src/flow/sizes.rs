//! How long the texts of a flow may be, and how much there is of each. What is larger is no flow
//! anybody understands, and is not kept, even as a draft.

use super::facts::{Is, Test};
use super::kind::StepKind;
use super::owner::OwnerRule;
use super::{Flow, Step, Transition};
use crate::invalid::Flaws;
use crate::text::Name;

impl Flow {
    pub const MAX_STEPS: usize = 60;

    /// Everything that is too long or too much, at its place: `steps.2.name`.
    pub fn oversized(&self) -> Flaws {
        let mut flaws = Flaws::default();
        let reopen_at = self.reopen_at.as_ref().map_or("", |key| key.as_str());
        text(&mut flaws, "reopen_at", reopen_at, Step::MAX_KEY);
        flaws.limit_count("steps", self.steps.len(), Self::MAX_STEPS);
        for (at, step) in self.steps.iter().take(Self::MAX_STEPS).enumerate() {
            flaws.0.extend(step.oversized().below(&format!("steps.{at}")).0);
        }
        flaws
    }
}

impl Step {
    /// Of a step, a field, a role, an outcome, a connector or an operation.
    pub const MAX_KEY: usize = 40;
    pub const MAX_INSTRUCTIONS: usize = 2_000;
    pub const MAX_EVIDENCE: usize = 10;
    pub const MAX_FIELDS: usize = 60;
    pub const MAX_ROLES: usize = 20;
    pub const MAX_WAYS: usize = 60;
    pub const MAX_ANSWERS: usize = 20;

    fn oversized(&self) -> Flaws {
        let mut flaws = Flaws::default();
        text(&mut flaws, "key", self.key.as_str(), Self::MAX_KEY);
        text(&mut flaws, "name", &self.name, Name::MAX);
        let instructions = self.instructions.as_deref().unwrap_or_default();
        text(&mut flaws, "instructions", instructions, Self::MAX_INSTRUCTIONS);
        text(&mut flaws, "owner", self.owner.word(), Self::MAX_KEY);
        flaws.limit_count("evidence", self.evidence.len(), Self::MAX_EVIDENCE);
        flaws.limit_count("fields", self.fields.len(), Self::MAX_FIELDS);
        for (at, field) in self.fields.iter().enumerate() {
            text(&mut flaws, &format!("fields.{at}.key"), &field.key, Self::MAX_KEY);
            let place = format!("fields.{at}.roles");
            flaws.limit_count(&place, field.roles.len(), Self::MAX_ROLES);
            text(&mut flaws, &place, longest(&field.roles), Self::MAX_KEY);
        }
        self.kind.oversized(&mut flaws);
        flaws.limit_count("next", self.next.len(), Self::MAX_WAYS);
        for (at, way) in self.next.iter().take(Self::MAX_WAYS).enumerate() {
            flaws.0.extend(way.oversized().below(&format!("next.{at}")).0);
        }
        flaws
    }
}

impl StepKind {
    fn oversized(&self, flaws: &mut Flaws) {
        match self {
            Self::Question { answers } => {
                flaws.limit_count("kind.answers", answers.len(), Step::MAX_ANSWERS);
                for (at, answer) in answers.iter().enumerate() {
                    let place = format!("kind.answers.{at}");
                    let (outcome, label) = (answer.outcome.as_str(), &answer.label);
                    text(flaws, &format!("{place}.outcome"), outcome, Step::MAX_KEY);
                    text(flaws, &format!("{place}.label"), label, Name::MAX);
                }
            }
            Self::Action(call) => {
                text(flaws, "kind.connector", &call.connector, Step::MAX_KEY);
                text(flaws, "kind.operation", &call.operation, Step::MAX_KEY);
            }
            Self::Fork { branches, join: _, then } => {
                flaws.limit_count("kind.branches", branches.len(), Flow::MAX_STEPS);
                for branch in branches.iter().chain([then]) {
                    text(flaws, "kind.branches", branch.as_str(), Step::MAX_KEY);
                }
            }
            Self::Accept
            | Self::Work
            | Self::Feedback
            | Self::Approval
            | Self::Confirmation
            | Self::Timer { .. }
            | Self::Ticket { .. } => {}
        }
    }
}

impl OwnerRule {
    /// What a rule names by a word.
    fn word(&self) -> &str {
        match self {
            Self::Role { role } => role,
            Self::PartnerInField { field } => field,
            Self::HandlerOf { step } => step.as_str(),
            Self::Queue
            | Self::Group { .. }
            | Self::Department { .. }
            | Self::Branch
            | Self::Person { .. }
            | Self::Requester
            | Self::Partner { .. }
            | Self::PreviousHandler
            | Self::TicketOwner
            | Self::Superior
            | Self::Desk => "",
        }
    }
}

impl Transition {
    pub const MAX_TESTS: usize = 20;

    fn oversized(&self) -> Flaws {
        let mut flaws = Flaws::default();
        text(&mut flaws, "on", self.on.as_ref().map_or("", |on| on.as_str()), Step::MAX_KEY);
        text(&mut flaws, "to", self.to.as_ref().map_or("", |to| to.as_str()), Step::MAX_KEY);
        flaws.limit_count("when", self.when.len(), Self::MAX_TESTS);
        for (at, test) in self.when.iter().take(Self::MAX_TESTS).enumerate() {
            flaws.0.extend(test.oversized().below(&format!("when.{at}")).0);
        }
        flaws
    }
}

impl Test {
    /// `outcome.` and the key of a step are the longest.
    pub const MAX_FACT: usize = 60;
    pub const MAX_WORDS: usize = 100;
    pub const MAX_WORD: usize = 200;

    fn oversized(&self) -> Flaws {
        let mut flaws = Flaws::default();
        text(&mut flaws, "fact", &self.fact, Self::MAX_FACT);
        match &self.is {
            Is::OneOf(words) | Is::NoneOf(words) => {
                flaws.limit_count("words", words.len(), Self::MAX_WORDS);
                text(&mut flaws, "words", longest(words), Self::MAX_WORD);
            }
            Is::Known
            | Is::Unknown
            | Is::AtLeast(_)
            | Is::MoreThan(_)
            | Is::AtMost(_)
            | Is::LessThan(_) => {}
        }
        flaws
    }
}

fn longest(words: &[String]) -> &str {
    words.iter().max_by_key(|word| word.chars().count()).map_or("", String::as_str)
}

/// Of several of one place, the first is enough.
fn text(flaws: &mut Flaws, place: &str, text: &str, max: usize) {
    if flaws.of(place).is_none() {
        flaws.limit_letters(place, text, max);
    }
}

#[cfg(test)]
mod tests {
    use crate::flow::facts::{Is, Test};
    use crate::flow::kind::{ActionCall, Answer, StepKind};
    use crate::flow::owner::OwnerRule;
    use crate::flow::{Flow, Outcome, Step, StepField, Transition};
    use crate::invalid::Flaw;

    fn long(letters: usize) -> String {
        "字".repeat(letters)
    }

    fn step(kind: StepKind) -> Step {
        Step::new("look", "查看", kind, OwnerRule::Queue)
    }

    #[test]
    fn b_15_the_flow_every_desk_begins_with_fits() {
        assert!(Flow::standard().oversized().is_empty());
    }

    #[test]
    fn b_15_what_is_too_long_is_said_at_its_place() {
        let mut look = step(StepKind::Work);
        look.name = long(81);
        look.instructions = Some(long(2_001));
        look.owner = OwnerRule::Role { role: long(41) };
        let when = vec![Test { fact: long(61), is: Is::OneOf(vec![long(201)]) }];
        look.next = vec![Transition { on: Some(Outcome::new(&long(41))), when, to: None }];
        let act = ActionCall { connector: long(41), operation: "refund".into() };
        let label = Answer { outcome: Outcome::new("yes"), label: long(81), needs_note: false };
        let ask = StepKind::Question { answers: vec![label] };
        let steps = vec![look, step(StepKind::Action(act)), step(ask)];

        let flaws = Flow { steps, ..Flow::default() }.oversized();

        for (place, max) in [
            ("steps.0.name", 80),
            ("steps.0.instructions", 2_000),
            ("steps.0.owner", 40),
            ("steps.0.next.0.on", 40),
            ("steps.0.next.0.when.0.fact", 60),
            ("steps.0.next.0.when.0.words", 200),
            ("steps.1.kind.connector", 40),
            ("steps.2.kind.answers.0.label", 80),
        ] {
            assert_eq!(flaws.of(place), Some(&Flaw::TooLong { max }), "{place}");
        }
    }

    #[test]
    fn b_15_too_much_of_something_is_said_at_its_place() {
        let field = StepField {
            key: "amount".into(),
            usage: crate::flow::FieldUse::Show,
            roles: vec!["agent".into(); 21],
        };
        let mut look = step(StepKind::Work);
        look.fields = vec![field];
        let steps = std::iter::repeat_n(look, 61).collect();

        let flaws = Flow { steps, ..Flow::default() }.oversized();

        assert_eq!(flaws.of("steps"), Some(&Flaw::TooMany { max: 60 }));
        assert_eq!(flaws.of("steps.0.fields.0.roles"), Some(&Flaw::TooMany { max: 20 }));
    }
}
