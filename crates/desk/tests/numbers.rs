//! Every number on every screen is maintained, never counted; here they are counted.

use desk::{NewSupervision, Say, Then, WaitPlan};
use domain::actor::Actor;
use domain::id::{SupervisionId, TicketId};
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

#[tokio::test]
async fn maintained_numbers_are_what_a_recount_finds() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let mut dice = Dice(20_261_122);
        let mut tickets = Vec::new();
        for _ in 0..12 {
            tickets.push(desk.file_ticket().await);
        }

        for _ in 0..200 {
            something(&desk, &mut dice, &tickets, &admin).await;
        }
        let mut tx = desk.store().read().await.unwrap();
        let kept = store::recount::kept(&mut tx).await.unwrap();
        let counted = store::recount::counted(&mut tx).await.unwrap();

        assert!(!counted.is_empty());
        assert_eq!(kept, counted);
    })
    .await;
}
