//! The life of one ticket, as the operations would have left it behind.

use domain::counter::{Tally, of_task, of_ticket};
use domain::due::Clocks;
use domain::event::{By, What};
use domain::flow::StepKey;
use domain::id::{AgentId, MessageId, TaskId, TicketId};
use domain::message::{Author, MessageKind};
use domain::priority::Priority;
use domain::state::{StateCategory, TicketState};
use domain::task::{Task, TaskState};
use domain::text::Subject;
use domain::ticket::{Rating, ResolutionCode, Stars, Ticket, Trigger, Wait};
use domain::time::{Span, Timestamp};

use super::dice::Dice;
use super::house::{Asker, House, Leaf};
use super::texts;
use crate::Tx;
use crate::counters::Ledger;

#[derive(Debug)]
pub(super) struct Life {
    pub ticket: Ticket,
    pub asker: Asker,
    /// Their ids count from 0 here.
    pub tasks: Vec<Task>,
    pub said: Vec<Said>,
    /// Tasks and messages in here count from 0, too.
    pub events: Vec<(By, Timestamp, What)>,
    pub handler: Option<AgentId>,
}

#[derive(Debug)]
pub(super) struct Said {
    pub author: Author,
    pub kind: MessageKind,
    pub body: String,
    pub at: Timestamp,
}

impl Life {
    pub fn live(
        dice: &mut Dice,
        house: &House,
        id: TicketId,
        at: Timestamp,
        now: Timestamp,
    ) -> Self {
        let (leaf, asker) = (dice.pick(&house.leaves).clone(), dice.pick(&house.customers).clone());
        let ticket = filed(dice, house, &leaf, &asker, id, at);
        let (said, tasks, events) = (Vec::new(), Vec::new(), Vec::new());
        let mut life = Self { ticket, asker, tasks, said, events, handler: None };
        life.talk(dice, &leaf);
        life.arrive();
        let fate = fate(dice, now - at);
        if fate != StateCategory::New {
            life.begin(*dice.pick(&leaf.members));
        }
        match fate {
            StateCategory::New | StateCategory::Open => {}
            StateCategory::Waiting => life.wait(now),
            StateCategory::Resolved => life.resolve(),
            StateCategory::Closed => {
                life.resolve();
                life.close(dice);
            }
        }
        life.settle(now);
        life
    }

    pub fn count(&self, ledger: &mut Ledger, tx: &Tx) {
        let Ticket { id, group, .. } = self.ticket;
        ledger.moved(tx, id, &[], &of_ticket(&self.ticket));
        for task in &self.tasks {
            ledger.moved(tx, id, &[], &of_task(task));
        }
        let mut tally = |what, at| ledger.tally(tx, id, what, group, at);
        tally(Tally::Created, self.ticket.created_at);
        for done in self.tasks.iter().filter_map(|task| task.done_at) {
            tally(Tally::Handled, done);
        }
        if let Some(accepted) = self.tasks.first().and_then(|task| task.done_at) {
            tally(Tally::Accepted, accepted);
        }
        if let Some(resolved) = self.ticket.resolved_at {
            tally(Tally::Resolved, resolved);
        }
        if let Some(rating) = self.ticket.rating {
            tally(Tally::Rated, rating.at);
            if rating.result.get() >= 4 {
                tally(Tally::RatedGood, rating.at);
            }
        }
    }

    fn talk(&mut self, dice: &mut Dice, leaf: &Leaf) {
        let (agent, asker) = (*dice.pick(&leaf.members), self.asker.id);
        let story = texts::story(dice, self.ticket.subject.as_str());
        let at = |minutes| self.ticket.created_at + Span::minutes(minutes);
        let say = |author, kind, body, at| Said { author, kind, body, at };
        let public = MessageKind::PublicReply;
        let third = if dice.one_in(3) {
            say(Author::Agent(agent), MessageKind::Note, texts::answer(dice), at(55))
        } else {
            say(Author::Customer(asker), public, texts::follow(dice), at(50))
        };
        self.said = vec![
            say(Author::Customer(asker), public, story, at(0)),
            say(Author::Agent(agent), public, texts::answer(dice), at(45)),
            third,
            say(Author::Agent(agent), public, texts::answer(dice), at(90)),
        ];
    }

    fn arrive(&mut self) {
        let Ticket { channel, category, created_at: at, .. } = self.ticket;
        let by = By::Customer(self.asker.id);
        self.events.push((
            by,
            at,
            What::TicketCreated { channel, category, message: MessageId(0) },
        ));
        self.open("accept", None, at);
        // Nobody has answered yet; what is said by agents comes with `begin`.
        for (place, said) in (0..).zip(&self.said).skip(1) {
            let (message, mentions) = (MessageId(place), Vec::new());
            let event = match (said.kind, said.author) {
                (MessageKind::Note, Author::Agent(id)) => {
                    (By::Agent(id), What::NoteAdded { message, mentions })
                }
                (_, Author::Agent(id)) => (By::Agent(id), What::ReplySent { message }),
                _ => (by, What::CustomerReplied { message }),
            };
            self.events.push((event.0, said.at, event.1));
        }
    }

    fn begin(&mut self, handler: AgentId) {
        let at = self.ticket.created_at + Span::minutes(30);
        self.handler = Some(handler);
        self.ticket.owner = Some(handler);
        self.ticket.state = TicketState::InProgress;
        self.ticket.updated_at = at;
        self.ticket.clocks = self.ticket.clocks.respond(at + Span::minutes(15));
        self.finish("accept", at);
        let task = TaskId(0);
        let claimed = What::TaskClaimed { task, step: StepKey::new("accept") };
        self.events.push((By::Agent(handler), at, claimed));
        self.open("handle", Some(handler), at);
    }

    fn wait(&mut self, now: Timestamp) {
        let at = self.ticket.created_at + Span::minutes(100);
        let (reason, wake_at) = ("等待客户补充材料".to_owned(), Some(now + Span::hours(20)));
        self.ticket.state = TicketState::AwaitingCustomer;
        self.ticket.clocks = self.ticket.clocks.pause(at);
        self.ticket.updated_at = at;
        let state = self.ticket.state;
        let event = What::TicketSuspended { state, reason: reason.clone(), wake_at };
        self.ticket.wait = Some(Wait { reason, wake_at });
        self.events.push((self.by(), at, event));
        if let Some(task) = self.tasks.last_mut() {
            task.state = TaskState::Pending;
        }
    }

    fn resolve(&mut self) {
        let at = self.ticket.created_at + Span::hours(6);
        let handler = self.handler;
        self.finish("handle", at);
        self.step_done(1, "handle", at);
        self.open("feedback", handler, at);
        self.finish("feedback", at);
        self.step_done(2, "feedback", at);
        self.ticket.state = TicketState::Resolved;
        self.ticket.resolution = Some(ResolutionCode::Solved);
        self.ticket.resolved_at = Some(at);
        self.ticket.updated_at = at;
        let code = ResolutionCode::Solved;
        self.events.push((self.by(), at, What::TicketResolved { code, note: None }));
    }

    fn close(&mut self, dice: &mut Dice) {
        let at = self.ticket.created_at + Span::hours(30);
        self.ticket.state = TicketState::Closed;
        self.ticket.closed_at = Some(at);
        self.ticket.updated_at = at;
        self.events.push((By::System, at, What::TicketClosed));
        let stars = Stars::try_from(u8::try_from(5 - dice.below(3)).unwrap_or(5));
        if let (true, Ok(result)) = (dice.one_in(3), stars) {
            self.ticket.rating = Some(Rating { result, process: None, at });
            let rated = What::RatingGiven { result, process: None, comment: None };
            self.events.push((By::Customer(self.asker.id), at, rated));
        }
    }

    /// Promises as the desk would have settled them; what was said later is not said yet.
    fn settle(&mut self, now: Timestamp) {
        if self.handler.is_none() {
            self.said.truncate(1);
            self.events.retain(|(_, _, what)| what.message().is_none_or(|id| id.0 == 0));
        }
        self.events.sort_by_key(|(_, at, _)| *at);
        let due_at = self.ticket.due_at();
        self.ticket.overdue = due_at.is_some_and(|due| due < now);
        for task in self.tasks.iter_mut().filter(|task| !task.state.is_over()) {
            task.due_at = due_at;
            task.overdue = self.ticket.overdue;
        }
    }

    fn open(&mut self, step: &str, handler: Option<AgentId>, at: Timestamp) {
        let task = TaskId(i64::try_from(self.tasks.len()).unwrap_or_default());
        let state = if handler.is_some() { TaskState::Claimed } else { TaskState::Ready };
        let group = self.ticket.group;
        self.tasks.push(Task {
            state,
            handler,
            ..Task::new(task, self.ticket.id, StepKey::new(step), group, at)
        });
        let opened = What::TaskOpened { task, step: StepKey::new(step), group, to: handler };
        self.events.push((By::System, at, opened));
    }

    fn finish(&mut self, step: &str, at: Timestamp) {
        let handler = self.handler;
        for task in self.tasks.iter_mut().filter(|task| task.step.as_str() == step) {
            task.state = TaskState::Done;
            task.handler = handler;
            task.done_at = Some(at);
        }
    }

    fn step_done(&mut self, task: i64, step: &str, at: Timestamp) {
        let (task, step) = (TaskId(task), StepKey::new(step));
        self.events.push((
            self.by(),
            at,
            What::StepCompleted { task, step, note: None, outcome: None },
        ));
    }

    fn by(&self) -> By {
        self.handler.map_or(By::System, By::Agent)
    }
}

fn filed(
    dice: &mut Dice,
    house: &House,
    leaf: &Leaf,
    asker: &Asker,
    id: TicketId,
    at: Timestamp,
) -> Ticket {
    let subject = texts::subject(dice);
    let subject = Subject::try_from(subject).unwrap_or_else(|_| unreachable!("it is a short line"));
    Ticket {
        id,
        subject,
        category: leaf.category,
        channel: *dice.pick(&house.channels),
        trigger: Trigger::Person,
        requester: asker.id,
        owner: None,
        group: leaf.group,
        department: leaf.department,
        flow: house.flow,
        state: TicketState::Submitted,
        urgency: leaf.urgency,
        importance: leaf.importance,
        priority: Priority::of(leaf.urgency, leaf.importance),
        clocks: Clocks::start(leaf.targets, at),
        overdue: false,
        wait: None,
        resolution: None,
        resolved_at: None,
        closed_at: None,
        reopens: 0,
        urges: 0,
        transfers: 0,
        rating: None,
        merged_into: None,
        supervised: 0,
        stuck: false,
        created_at: at,
        updated_at: at,
    }
}

/// How far a ticket of this age has come.
fn fate(dice: &mut Dice, age: Span) -> StateCategory {
    let young = age < Span::days(3) && age > Span::hours(31);
    let (new, open, waiting, resolved) = match age {
        _ if age < Span::hours(31) => (200, 600, 200, 0),
        _ if young => (50, 200, 100, 350),
        _ => (3, 10, 15, 12),
    };
    let roll = dice.below(1000);
    match roll {
        _ if roll < new => StateCategory::New,
        _ if roll < new + open => StateCategory::Open,
        _ if roll < new + open + waiting => StateCategory::Waiting,
        _ if roll < new + open + waiting + resolved => StateCategory::Resolved,
        _ => StateCategory::Closed,
    }
}
