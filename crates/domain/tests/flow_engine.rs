//! Flows of any shape, walked in any order: no token is lost or doubled, and what the check lets
//! through never gets stuck.

use std::collections::BTreeMap;

use domain::flow::check::Problem;
use domain::flow::facts::{Fact, Facts, Is, Test};
use domain::flow::kind::{ActionCall, Answer, Join, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::walk::Walk;
use domain::flow::{Flow, Outcome, Step, StepKey, Transition};
use domain::id::TaskId;
use domain::task::{Task, TaskState};
use proptest::prelude::*;

/// A piece of a flow that is entered at one place and left at one.
#[derive(Clone, Debug)]
enum Piece {
    Work,
    /// Asked until the answer is yes.
    Ask,
    Act,
    Chain(Vec<Piece>),
    Fork(Vec<Piece>, u8),
}

fn piece() -> impl Strategy<Value = Piece> {
    let leaf = prop_oneof![Just(Piece::Work), Just(Piece::Ask), Just(Piece::Act)];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Piece::Chain),
            (prop::collection::vec(inner, 2..4), 0u8..4).prop_map(|(of, n)| Piece::Fork(of, n)),
        ]
    })
}

/// Lays pieces out as steps.
#[derive(Default)]
struct Layout {
    steps: Vec<Step>,
    count: usize,
}

impl Layout {
    fn key(&mut self) -> StepKey {
        self.count += 1;
        StepKey(format!("s{}", self.count))
    }

    fn step(&mut self, key: &StepKey, kind: StepKind, next: Vec<Transition>) {
        let owner = if kind.is_done_by_people() { OwnerRule::Queue } else { OwnerRule::Desk };
        self.steps.push(Step { next, ..Step::new(key.as_str(), "x", kind, owner) });
    }

    /// Lays `piece` before `to` and answers where it is entered.
    fn lay(&mut self, piece: &Piece, to: Option<StepKey>) -> StepKey {
        let key = self.key();
        match piece {
            Piece::Work => self.step(&key, StepKind::Work, vec![way(None, to)]),
            Piece::Ask => {
                let kind = StepKind::Question { answers: vec![answer("yes"), answer("no")] };
                let next = vec![way(Some("no"), Some(key.clone())), way(None, to)];
                self.step(&key, kind, next);
            }
            Piece::Act => self.lay_action(&key, to),
            Piece::Chain(pieces) => {
                let mut to = to;
                for piece in pieces.iter().rev() {
                    to = Some(self.lay(piece, to));
                }
                return to.unwrap();
            }
            Piece::Fork(pieces, n) => self.lay_fork(&key, pieces, *n, to),
        }
        key
    }

    fn lay_action(&mut self, key: &StepKey, to: Option<StepKey>) {
        let again = self.key();
        self.step(&again, StepKind::Work, vec![way(None, Some(key.clone()))]);
        let call = ActionCall { connector: "shop".into(), operation: "refund".into() };
        let next = vec![way(Some("confirmed"), to), way(None, Some(again))];
        self.step(key, StepKind::Action(call), next);
    }

    fn lay_fork(&mut self, key: &StepKey, pieces: &[Piece], n: u8, to: Option<StepKey>) {
        let then = self.lay(&Piece::Work, to);
        let branches =
            pieces.iter().map(|piece| self.lay(piece, Some(then.clone()))).collect::<Vec<_>>();
        let join = match n {
            0 => Join::All,
            1 => Join::Any,
            n => Join::AtLeast { branches: n.min(u8::try_from(pieces.len()).unwrap()) },
        };
        self.step(key, StepKind::Fork { branches, join, then }, Vec::new());
    }
}

fn way(on: Option<&str>, to: Option<StepKey>) -> Transition {
    Transition { on: on.map(Outcome::new), when: Vec::new(), to }
}

fn answer(word: &str) -> Answer {
    Answer { outcome: Outcome::new(word), label: word.into(), needs_note: false }
}

fn flow_of(piece: &Piece) -> Flow {
    let mut layout = Layout::default();
    let start = layout.lay(piece, None);
    let first = layout.steps.iter().position(|step| step.key == start).unwrap();
    layout.steps.swap(0, first);
    Flow { steps: layout.steps, ..Flow::default() }
}

/// At most one open task per branch, and none outside of an open fork while another is inside it.
fn no_token_is_doubled(tasks: &[Task]) -> Result<(), TestCaseError> {
    let mut open: BTreeMap<Option<(TaskId, u8)>, u32> = BTreeMap::new();
    for task in tasks.iter().filter(|task| !task.state.is_over()) {
        *open.entry(task.scope.map(|scope| (scope.fork, scope.branch))).or_default() += 1;
        if let Some(scope) = task.scope {
            let fork = tasks.iter().find(|known| known.id == scope.fork).unwrap();
            prop_assert!(!fork.state.is_over(), "open inside a fork that is over");
        }
    }
    prop_assert!(open.values().all(|count| *count == 1), "{open:?}");
    Ok(())
}

proptest! {
    #[test]
    fn d_06_no_token_is_lost_or_doubled(piece in piece(), turns in prop::collection::vec(any::<(u16, u16)>(), 400)) {
        let flow = flow_of(&piece);
        prop_assert_eq!(flow.problems(), vec![]);
        let mut walk = Walk::begin(&flow, Facts::default());

        for (which, how) in turns {
            let open: Vec<Task> = walk.open().cloned().collect();
            no_token_is_doubled(&walk.tasks)?;
            if walk.ended {
                prop_assert!(open.is_empty(), "work is left over");
                break;
            }
            prop_assert!(!open.is_empty(), "a token was lost");
            let task = &open[usize::from(which) % open.len()];
            let outcomes = flow.kind_of(&task.step).unwrap().outcomes();
            walk.end(task.id, &outcomes[usize::from(how) % outcomes.len()]).unwrap();
        }
    }

    #[test]
    fn every_outcome_is_either_followed_or_refused_with_a_reason(piece in piece(), word in "[a-z]{1,9}") {
        let flow = flow_of(&piece);
        let walk = Walk::begin(&flow, Facts::default());

        for task in walk.open() {
            let known = flow.kind_of(&task.step).unwrap().outcomes();
            let outcome = Outcome::new(&word);
            let answer = flow.advance(&walk.tasks, task, &outcome, &Facts::default());
            prop_assert_eq!(answer.is_ok(), known.contains(&outcome));
        }
    }
}

fn work(key: &str) -> Step {
    Step::new(key, key, StepKind::Work, OwnerRule::Queue)
}

fn fork(branches: &[&str], join: Join, then: &str) -> Step {
    let branches = branches.iter().map(|key| StepKey::new(key)).collect();
    let kind = StepKind::Fork { branches, join, then: StepKey::new(then) };
    Step::new("fork", "fork", kind, OwnerRule::Desk)
}

fn of(steps: Vec<Step>) -> Flow {
    Flow { steps, ..Flow::default() }
}

fn end(walk: &mut Walk<'_>, step: &str, outcome: &str) {
    let task = walk.open().find(|task| task.step.as_str() == step).unwrap().id;
    walk.end(task, &Outcome::new(outcome)).unwrap();
}

fn open(walk: &Walk<'_>) -> Vec<String> {
    let mut open: Vec<String> = walk.open().map(|task| task.step.0.clone()).collect();
    open.sort();
    open
}

#[test]
fn d_16_the_standard_flow_accepts_handles_and_tells() {
    let flow = Flow::standard();
    let mut walk = Walk::begin(&flow, Facts::default());

    for step in ["accept", "handle", "feedback"] {
        assert_eq!(open(&walk), [step]);
        end(&mut walk, step, "done");
    }
    assert!(walk.ended && flow.problems().is_empty());
    assert_eq!(flow.first_work().map(|step| step.key.as_str()), Some("handle"));
}

#[test]
fn d_06_two_of_three_are_enough_and_the_third_is_skipped() {
    let flow = of(vec![
        fork(&["a", "b", "c"], Join::AtLeast { branches: 2 }, "sum"),
        work("a").then("sum"),
        work("b").then("sum"),
        work("c").then("sum"),
        work("sum").then_end(),
    ]);
    let mut walk = Walk::begin(&flow, Facts::default());

    end(&mut walk, "c", "done");
    assert_eq!(open(&walk), ["a", "b"]);
    end(&mut walk, "a", "done");

    assert_eq!(open(&walk), ["sum"]);
    let skipped = walk.tasks.iter().find(|task| task.step.as_str() == "b").unwrap();
    assert_eq!(skipped.state, TaskState::Skipped);
}

#[test]
fn d_11_an_amount_decides_who_has_to_approve() {
    let small = Test { fact: "amount".into(), is: Is::AtMost(50_000) };
    let mut submit = work("submit");
    submit.next = vec![
        Transition { on: None, when: vec![small], to: Some(StepKey::new("leader")) },
        Transition { on: None, when: vec![], to: Some(StepKey::new("director")) },
    ];
    let approval =
        |key: &str| Step::new(key, key, StepKind::Approval, OwnerRule::Superior).then("pay");
    let flow = of(vec![submit, approval("leader"), approval("director"), work("pay").then_end()]);
    let who = |amount: i64| {
        let facts = Facts::default().with("amount", Fact::Number(amount));
        let mut walk = Walk::begin(&flow, facts);
        end(&mut walk, "submit", "done");
        open(&walk).join(" ")
    };

    assert_eq!((who(50_000), who(50_001)), ("leader".into(), "director".into()));
}

#[test]
fn d_04_what_leads_nowhere_is_not_published() {
    let lonely = of(vec![work("a").then_end(), work("b").then_end()]);
    let endless = of(vec![work("a").then("b"), work("b").then("a")]);
    let closed = of(vec![Step { next: vec![], ..work("a") }]);
    let nowhere = of(vec![work("a").then("z")]);
    let key = StepKey::new;

    assert_eq!(lonely.problems(), [Problem::Unreachable { step: key("b") }]);
    assert_eq!(
        endless.problems(),
        [Problem::NoExit { step: key("a") }, Problem::NoExit { step: key("b") }]
    );
    assert_eq!(closed.problems(), [Problem::NoWay { step: key("a"), outcome: Outcome::done() }]);
    assert_eq!(nowhere.problems(), [Problem::NoSuchStep { step: key("a"), named: key("z") }]);
}

#[test]
fn d_06_nobody_slips_out_of_a_fork_or_into_it() {
    let slipping = of(vec![
        work("first").on("done", "fork"),
        fork(&["a", "b"], Join::All, "sum"),
        work("a").then_end(),
        work("b").then("sum"),
        work("sum").then_end(),
    ]);
    let mut entering = slipping.clone();
    entering.steps[2] = work("a").then("sum");
    entering.steps[4] = work("sum").on("done", "a");
    let problems = |flow: &Flow, step: &str| {
        let problem = Problem::LeavesFork { fork: StepKey::new("fork"), step: StepKey::new(step) };
        flow.problems().contains(&problem)
    };

    assert!(problems(&slipping, "a"));
    assert!(!entering.problems().is_empty());
}

#[test]
fn an_action_has_to_say_what_follows_a_refusal() {
    let call = ActionCall { connector: "shop".into(), operation: "refund".into() };
    let careless = Step::new("refund", "退款", StepKind::Action(call), OwnerRule::Desk)
        .on("confirmed", "tell");
    let flow = of(vec![careless, work("tell").then_end()]);
    let missing =
        |word: &str| Problem::NoWay { step: StepKey::new("refund"), outcome: Outcome::new(word) };

    assert_eq!(flow.problems(), [missing("refused"), missing("unknown")]);
}
