//! What clicks in the flow editor do, and how a flow is drawn.

use domain::flow::check::Problem;
use domain::flow::kind::StepKind;
use domain::flow::layout::{Edge, Layout, Node};
use domain::flow::owner::OwnerRule;
use domain::flow::{Flow, Outcome, StepKey};

fn key(word: &str) -> StepKey {
    StepKey::new(word)
}

/// Clicked together: enter, review, pay by hand, tell.
fn compensation() -> Flow {
    let mut flow = Flow::default();
    let enter = flow.add_after(None, StepKind::Work, "填写赔付金额");
    let review = flow.add_after(Some(&enter), StepKind::Approval, "审核");
    let pay = flow.add_after(Some(&review), StepKind::Work, "付款");
    flow.add_after(Some(&pay), StepKind::Feedback, "告知客户");
    flow.branch_off(&review, 1, "修改金额");
    flow
}

fn leads(flow: &Flow, from: &str, outcome: &str) -> Option<StepKey> {
    let step = flow.step(&key(from)).unwrap();
    let on = Outcome::new(outcome);
    step.next.iter().find(|way| way.on.is_none() || way.on.as_ref() == Some(&on))?.to.clone()
}

#[test]
fn d_04_clicked_together_it_is_sound_at_once() {
    let flow = compensation();

    assert_eq!(flow.problems(), []);
    assert_eq!(leads(&flow, "approval", "approved"), Some(key("work-2")));
    assert_eq!(leads(&flow, "approval", "refused"), Some(key("work-3")));
    assert_eq!(leads(&flow, "work-3", "done"), Some(key("approval")));
    assert_eq!(leads(&flow, "feedback", "done"), None);
}

#[test]
fn a_refusal_makes_work_for_whoever_did_it_before() {
    let flow = compensation();

    let redo = flow.step(&key("work-3")).unwrap();
    assert_eq!(redo.owner, OwnerRule::HandlerOf { step: key("work") });
}

#[test]
fn d_04_a_step_for_whoever_did_one_that_is_not_chosen_has_no_owner() {
    let mut flow = Flow::default();
    let only = flow.add_after(None, StepKind::Work, "填写赔付金额");

    flow.step_mut(&only).unwrap().owner = OwnerRule::HandlerOf { step: key("") };

    assert_eq!(flow.problems(), [Problem::NoOwner { step: only }]);
}

#[test]
fn what_led_to_a_step_that_is_gone_leads_on() {
    let mut flow = compensation();

    flow.remove(&key("work-2"));
    flow.remove(&key("work"));

    assert_eq!(leads(&flow, "approval", "approved"), Some(key("feedback")));
    assert_eq!(flow.step(&key("work-3")).unwrap().owner, OwnerRule::PreviousHandler);
    assert_eq!(flow.problems(), []);
}

#[test]
fn a_step_of_another_kind_ends_otherwise_and_keeps_whom_somebody_chose() {
    let mut flow = compensation();

    flow.set_kind(&key("work"), StepKind::Feedback);
    flow.set_kind(&key("work-2"), StepKind::Approval);
    flow.set_kind(&key("feedback"), StepKind::Work);
    flow.step_mut(&key("feedback")).unwrap().owner = OwnerRule::Branch;
    flow.set_kind(&key("feedback"), StepKind::Accept);
    flow.set_kind(&key("work-3"), StepKind::Timer { hours: 4 });

    assert_eq!(flow.step(&key("work")).unwrap().owner, OwnerRule::TicketOwner);
    assert_eq!(flow.step(&key("work-2")).unwrap().owner, OwnerRule::Superior);
    assert_eq!(flow.step(&key("feedback")).unwrap().owner, OwnerRule::Branch);
    assert_eq!(leads(&flow, "work-2", "approved"), Some(key("feedback")));
    assert_eq!(flow.step(&key("work-3")).unwrap().owner, OwnerRule::Desk);
    assert_eq!(flow.problems(), []);
}

#[test]
fn d_06_a_fork_comes_with_branches_that_meet() {
    let mut flow = compensation();

    flow.make_fork(&key("work-2"), ["商城退款", "仓库补发"], "汇合");

    assert_eq!(flow.problems(), []);
    let StepKind::Fork { branches, then, .. } = &flow.step(&key("work-2")).unwrap().kind else {
        panic!("no fork");
    };
    assert_eq!((branches.len(), then), (2, &key("feedback")));
}

#[test]
fn a_fork_at_the_end_gets_a_place_to_meet() {
    let mut flow = Flow::default();
    let only = flow.add_after(None, StepKind::Work, "处理");

    flow.make_fork(&only, ["一", "二"], "汇合");

    assert_eq!(flow.problems(), []);
    assert_eq!(flow.steps.len(), 4);
}

#[test]
fn answers_come_and_go_with_their_ways() {
    let mut flow = Flow::default();
    let ask = flow.add_after(None, StepKind::Question { answers: Vec::new() }, "有房吗");

    flow.add_answer(&ask, "有");
    flow.add_answer(&ask, "没有");
    flow.add_answer(&ask, "不清楚");
    flow.remove_answer(&ask, 1);

    assert_eq!(flow.problems(), []);
    assert_eq!(flow.step(&ask).unwrap().kind.outcomes().len(), 2);
}

#[test]
fn a_copy_has_a_key_of_its_own() {
    let mut flow = compensation();

    let copy = flow.duplicate(&key("approval"), "再审").unwrap();

    assert_eq!(flow.place_of(&copy), Some(2));
    assert_eq!(flow.problems(), [Problem::Unreachable { step: copy }]);
}

#[test]
fn connecting_leads_one_outcome_elsewhere() {
    let mut flow = compensation();

    let refused = Outcome::new(StepKind::REFUSED);
    flow.connect(&key("approval"), Some(&refused), None);
    flow.connect(&key("work"), None, Some(&key("feedback")));

    assert_eq!(leads(&flow, "approval", "refused"), None);
    assert_eq!(leads(&flow, "work", "done"), Some(key("feedback")));
}

#[test]
fn shifting_changes_where_it_begins() {
    let mut flow = compensation();

    flow.shift(&key("feedback"), 0);
    flow.shift(&key("work"), 99);

    assert_eq!(flow.steps.first().unwrap().key, key("feedback"));
    assert_eq!(flow.steps.last().unwrap().key, key("work"));
}

fn place(layout: &Layout, step: Option<&str>) -> (usize, usize) {
    let found = |node: &&Node| node.step.as_ref().map(StepKey::as_str) == step;
    let node = layout.nodes.iter().find(found).unwrap();
    (node.column, node.row)
}

#[test]
fn the_way_that_goes_well_is_drawn_straight() {
    let layout = compensation().layout();

    let straight = ["work", "approval", "work-2", "feedback"].map(|it| place(&layout, Some(it)));
    assert_eq!(straight, [(0, 0), (1, 0), (2, 0), (3, 0)]);
    assert_eq!(place(&layout, None), (4, 0));
    assert_eq!(place(&layout, Some("work-3")), (2, 1));
    assert_eq!((layout.columns, layout.rows, layout.lanes), (5, 2, 1));
}

#[test]
fn lines_that_lead_back_have_lanes_of_their_own() {
    let layout = compensation().layout();

    let around: Vec<&Edge> = layout.edges.iter().filter(|edge| edge.lane.is_some()).collect();
    assert_eq!(around.len(), 1);
    assert_eq!(layout.nodes[around[0].from].step, Some(key("work-3")));
    assert_eq!(layout.nodes[around[0].to].step, Some(key("approval")));
}

#[test]
fn no_two_steps_are_drawn_on_each_other() {
    let mut flow = compensation();
    flow.make_fork(&key("work-2"), ["一", "二"], "汇合");
    flow.duplicate(&key("approval"), "再审");
    flow.duplicate(&key("work"), "再填");

    let layout = flow.layout();

    let mut places: Vec<_> = layout.nodes.iter().map(|node| (node.column, node.row)).collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), layout.nodes.len());
}

#[test]
fn an_empty_flow_is_drawn_as_nothing() {
    assert_eq!(Flow::default().layout(), Layout::default());
}
