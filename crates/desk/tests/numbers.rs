//! Every number on every screen is maintained, never counted; here they are counted.

use desk::{DeskError, NewSupervision, Say, Then, WaitPlan};
use domain::actor::Actor;
use domain::behind::{BehindQuery, Number};
use domain::board::Figures;
use domain::id::{GroupId, SupervisionId, TicketId};
use domain::list::{TicketQuery, View, Within};
use domain::message::MessageKind;
use domain::ticket::{ResolutionCode, Stars, WaitFor};
use domain::time::Span;
use testkit::{TestDesk, agent_of, both};

/// A small generator of its own, so that a failure can be told again from its seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % sides
    }
}

async fn something(desk: &TestDesk, dice: &mut Dice, tickets: &[TicketId], who: &Actor) {
    let ticket = tickets[usize::try_from(dice.roll(tickets.len() as u64)).unwrap()];
    let say = Say {
        kind: MessageKind::PublicReply,
        body: "好的".into(),
        attachments: vec![],
        mentions: vec![],
        seen: None,
        then: Then::Nothing,
        idempotency_key: None,
    };
    let plan =
        WaitPlan { wait_for: WaitFor::ThirdParty, reason: "等仓库".into(), wake_at: None };
    let colleague = agent_of(&desk.colleague().await).id;
    // Most of these are refused some of the time; what counts is what the numbers say afterwards.
    match dice.roll(14) {
        0 => drop(desk.say(who, ticket, say).await),
        1 => drop(desk.say(&desk.customer(), ticket, say).await),
        2 => drop(desk.wait(who, ticket, plan).await),
        3 => drop(desk.resume(who, ticket).await),
        4 => drop(desk.resolve(who, ticket, ResolutionCode::Solved, None).await),
        5 => drop(desk.reopen(&desk.customer(), ticket, None).await),
        6 => drop(desk.transfer(who, ticket, None, Some(colleague), None).await),
        7 => drop(desk.transfer(who, ticket, Some(desk.cast.other_group), None, None).await),
        8 => drop(desk.close(who, ticket).await),
        9 => {
            desk.clock.pass(Span::hours(1));
            drop(desk.sweep_promises().await);
        }
        10 => drop(desk.merge(who, ticket, tickets[0]).await),
        11 => {
            let order = NewSupervision {
                tickets: vec![ticket, tickets[0]],
                department: None,
                requirement: "限期解决".into(),
                deadline: desk.now() + Span::hours(4),
                report_every: None,
            };
            drop(desk.supervise(who, order).await);
        }
        12 => {
            let laid = SupervisionId(1 + i64::try_from(dice.roll(8)).unwrap());
            drop(desk.lift_supervision(who, laid, None).await);
        }
        _ => {
            let stars = Stars::try_from(u8::try_from(1 + dice.roll(5)).unwrap()).unwrap();
            drop(desk.rate(&desk.customer(), ticket, stars, None, None).await);
        }
    }
}

/// A day of two groups.
async fn a_day(desk: &TestDesk) {
    let admin = desk.admin().await;
    let mut dice = Dice(20_261_122);
    let mut tickets = Vec::new();
    for _ in 0..12 {
        tickets.push(desk.file_ticket().await);
    }
    for _ in 0..200 {
        something(desk, &mut dice, &tickets, &admin).await;
    }
}

#[tokio::test]
async fn maintained_numbers_are_what_a_recount_finds() {
    both(|desk| async move {
        a_day(&desk).await;
        let mut tx = desk.store().read().await.unwrap();
        let kept = store::recount::kept(&mut tx).await.unwrap();
        let counted = store::recount::counted(&mut tx).await.unwrap();

        assert!(!counted.is_empty());
        assert_eq!(kept, counted);
    })
    .await;
}

/// How many rows a number opens, page by page, beside what it says.
async fn behind(desk: &TestDesk, who: &Actor, query: BehindQuery) -> (i64, i64) {
    let mut query = BehindQuery { limit: 7.try_into().unwrap(), ..query };
    let mut rows = 0;
    loop {
        let found = desk.behind(who, query.clone()).await.unwrap();
        rows += i64::try_from(found.page.rows.len()).unwrap();
        query.after = found.page.next;
        if query.after.is_none() {
            return (found.count, rows);
        }
    }
}

async fn listed(desk: &TestDesk, who: &Actor, query: TicketQuery) -> i64 {
    let query = TicketQuery { limit: 100.try_into().unwrap(), ..query };
    i64::try_from(desk.tickets(who, query).await.unwrap().rows.len()).unwrap()
}

async fn on_board(desk: &TestDesk, who: &Actor, view: View, group: Option<GroupId>) -> i64 {
    let within = Within::Board;
    listed(desk, who, TicketQuery { view, within, group, ..TicketQuery::default() }).await
}

async fn numbers_open_their_lists(desk: &TestDesk, who: &Actor) {
    let board = desk.board(who).await.unwrap();
    let Figures { created, created_by_system, accepted, handled, resolved, rated, .. } =
        board.totals;
    let today = [
        (Number::Created, created),
        (Number::CreatedBySystem, created_by_system),
        (Number::Accepted, accepted),
        (Number::Handled, handled),
        (Number::Resolved, resolved),
        (Number::Rated, rated),
    ];
    for (number, says) in today {
        assert_eq!(behind(desk, who, BehindQuery::of(number)).await, (says, says), "{number:?}");
    }
    let Figures { backlog, overdue, waiting, .. } = board.totals;
    for (view, says) in [(View::Live, backlog), (View::Overdue, overdue), (View::Waiting, waiting)]
    {
        assert_eq!(on_board(desk, who, view, None).await, says, "{view:?}");
    }
    for it in &board.groups {
        let (group, says) = (Some(it.group), it.unclaimed);
        let query = BehindQuery { group, ..BehindQuery::of(Number::Unclaimed) };
        assert_eq!(behind(desk, who, query).await, (says, says), "{it:?}");
        assert_eq!(on_board(desk, who, View::Live, group).await, it.backlog, "{it:?}");
        assert_eq!(on_board(desk, who, View::Overdue, group).await, it.overdue, "{it:?}");
    }
    for it in &board.people {
        let numbers = [
            (Number::Actionable, it.actionable),
            (Number::Late, it.overdue),
            (Number::Held, it.held),
            (Number::Owned, it.owned),
        ];
        for (number, says) in numbers {
            let query = BehindQuery { person: Some(it.agent), ..BehindQuery::of(number) };
            assert_eq!(behind(desk, who, query).await, (says, says), "{number:?} of {it:?}");
        }
    }
}

#[tokio::test]
async fn h_02_every_number_of_the_board_opens_as_many_rows_as_it_says() {
    both(|desk| async move {
        a_day(&desk).await;

        numbers_open_their_lists(&desk, &desk.admin().await).await;
        // Tickets moved out of this leader's department, and are still counted where they were.
        numbers_open_their_lists(&desk, &desk.leader().await).await;
    })
    .await;
}

#[tokio::test]
async fn h_02_what_left_ones_department_is_counted_and_not_shown() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let elsewhere = Some(desk.cast.other_group);
        desk.transfer(&desk.admin().await, ticket, elsewhere, None, None).await.unwrap();
        let leader = desk.leader().await;

        let filed = desk.behind(&leader, BehindQuery::of(Number::Created)).await.unwrap();
        let strange = BehindQuery { group: elsewhere, ..BehindQuery::of(Number::Created) };
        let nobody = BehindQuery::of(Number::Owned);

        assert_eq!((filed.count, filed.page.rows.len()), (1, 1));
        assert_eq!(filed.page.rows[0].seen, None);
        assert!(matches!(desk.behind(&leader, strange).await, Err(DeskError::NotFound)));
        assert!(matches!(desk.behind(&leader, nobody).await, Err(DeskError::NotFound)));
        let agent = desk.agent().await;
        let asked = desk.behind(&agent, BehindQuery::of(Number::Created)).await;
        assert!(matches!(asked, Err(DeskError::Forbidden)));
    })
    .await;
}

#[tokio::test]
async fn the_number_beside_a_view_is_as_long_as_its_list() {
    both(|desk| async move {
        a_day(&desk).await;

        for who in [desk.admin().await, desk.leader().await, desk.agent().await] {
            let counts = desk.counts(&who).await.unwrap();
            let views = [
                (View::New, counts.new),
                (View::Open, counts.open),
                (View::Waiting, counts.waiting),
                (View::Overdue, counts.overdue),
                (View::Supervised, counts.supervised),
                (View::Resolved, counts.resolved),
                (View::Closed, counts.closed),
                (View::Archived, counts.archived),
            ];
            for (view, says) in views {
                let within = Within::Reach;
                let query = TicketQuery { view, within, ..TicketQuery::default() };
                assert_eq!(listed(&desk, &who, query).await, says, "{view:?} of {who:?}");
            }
        }
    })
    .await;
}
