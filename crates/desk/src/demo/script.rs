//! What will happen to each ticket, and when: written before anything happens, played in the order
//! of time.

use domain::ticket::ResolutionCode;
use domain::time::{Span, Timestamp};

use super::Dice;
use super::filling::Facts;
use super::leaves::{LEAVES, LeafPlan};

/// One ticket's story.
pub struct Script {
    pub leaf: usize,
    /// An index into the crowd.
    pub customer: usize,
    pub by_phone: bool,
    pub facts: Facts,
    pub opening: (&'static str, &'static str),
    pub acts: Vec<(Timestamp, Act)>,
}

#[derive(Clone, Debug)]
pub enum Act {
    File,
    /// Somebody of the group takes it, if nobody has it.
    Take,
    Say(&'static str),
    Note(&'static str),
    /// Asks the customer, and waits.
    Ask(&'static str),
    /// The customer answers, which ends the waiting.
    Bring(&'static str),
    /// Waits for somebody else, so long after the ticket was filed.
    WaitFor(&'static str, Span),
    Transfer(&'static str, &'static str),
    Urge,
    End(&'static str, ResolutionCode),
    Rate(u8, Option<u8>, Option<&'static str>),
    NotSolved(&'static str),
    Close,
}

/// How a ticket stands at the end of the telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    New,
    Open,
    Waiting,
    Resolved,
    Closed,
}

const URGENT: [&str; 3] = [
    "请问处理得怎么样了？已经过了你们说的时间。",
    "麻烦尽快给个答复，谢谢。",
    "还要等多久？我这边真的很急。",
];
const THANKS: [&str; 5] = [
    "处理很快，态度也好。",
    "问题解决了，谢谢！",
    "中间催了一次，结果满意。",
    "专员很负责，全程有进度。",
    "比想象中顺利。",
];
const GRUMBLES: [&str; 3] =
    ["结果可以，就是太慢了。", "解释了半天还是没太明白。", "同一件事说了好几遍。"];
const NOT_SOLVED: [&str; 3] = [
    "钱还没有收到，银行说没有这笔记录。",
    "换来的还是有同样的问题，请再处理一下。",
    "说好今天回电的，一直没有等到。",
];
const TRANSFERS: [(&str, &str); 4] = [
    ("商家协同组", "需要商家提供进货凭证和出库记录，请协助。"),
    ("投诉处理组", "客户要求升级处理，请接手并回电。"),
    ("退款组", "方案已与客户确认，请按全额退款处理。"),
    ("物流查询组", "请先核实签收底单。"),
];

const ONE_OF_EACH: [Fate; 7] = [
    Fate::Closed,
    Fate::Closed,
    Fate::Resolved,
    Fate::Waiting,
    Fate::Open,
    Fate::Resolved,
    Fate::New,
];

/// The story of ticket `n` of `many`.
pub fn write(dice: &mut Dice, n: usize, many: usize, crowd: usize, now: Timestamp) -> Script {
    let leaf = popular_leaf(dice);
    let plan = &LEAVES[leaf];
    // The first customer has a hand's count of tickets, one of each kind.
    let every = (many / 7).max(1);
    let first = (n % every == 3).then_some(n / every);
    let fate = first.map_or_else(|| fate(dice), |nth| ONE_OF_EACH[nth % ONE_OF_EACH.len()]);
    let age = age(dice, fate, plan, now);
    let began = now - age;
    let facts = Facts::think_up(dice, began);
    let mut writing = Writing { dice, plan, at: Span(0), acts: vec![(Span(0), Act::File)] };
    writing.tell(fate, age);
    let acts = fit(writing.acts, began, age);
    let customer = if first.is_some() { 0 } else { 1 + dice.below(crowd - 1) };
    let opening = *dice.one(plan.says);
    Script { leaf, customer, by_phone: dice.percent(28), facts, opening, acts }
}

/// A few kinds of matter make most of the work.
fn popular_leaf(dice: &mut Dice) -> usize {
    let (a, b) = (dice.below(LEAVES.len()), dice.below(LEAVES.len()));
    if dice.percent(45) { a.min(b) } else { a }
}

fn fate(dice: &mut Dice) -> Fate {
    match dice.between(1, 100) {
        // Where a group gives its work out by itself, what is new is in somebody's hands at once.
        1..=3 => Fate::New,
        4..=11 => Fate::Open,
        12..=17 => Fate::Waiting,
        18..=29 => Fate::Resolved,
        _ => Fate::Closed,
    }
}

/// How long ago it was filed.
fn age(dice: &mut Dice, fate: Fate, plan: &LeafPlan, now: Timestamp) -> Span {
    let minutes = |dice: &mut Dice, from, to| Span::minutes(dice.between(from, to));
    match fate {
        // Some of the first answers are late already.
        Fate::New => minutes(dice, 4, 60 * i64::from(plan.targets.0) + 45),
        // A quarter is late.
        Fate::Open => minutes(dice, 40, 60 * i64::from(plan.targets.1.min(72)) * 4 / 3),
        Fate::Waiting => minutes(dice, 8 * 60, 7 * 24 * 60),
        Fate::Resolved => {
            let age = minutes(dice, 5 * 60, 6 * 24 * 60 + 18 * 60);
            by_day(dice, now, age)
        }
        Fate::Closed => {
            let age = minutes(dice, 30 * 60, 60 * 24 * 60);
            by_day(dice, now, age)
        }
    }
}

/// Few people write at night: most of those who are awake then wait until morning.
fn by_day(dice: &mut Dice, now: Timestamp, age: Span) -> Span {
    let in_china = now - age + Span::hours(8);
    let hour = in_china.0.rem_euclid(Span::days(1).0) / Span::hours(1).0;
    let later = Span::hours(dice.between(8, 14) - hour / 2);
    let asleep = hour < 8 && dice.percent(85);
    if asleep && age.0 > Span::hours(30).0 { Span(age.0 - later.0) } else { age }
}

/// Stretches the story to end before now, in its own proportions.
fn fit(acts: Vec<(Span, Act)>, began: Timestamp, age: Span) -> Vec<(Timestamp, Act)> {
    let last = acts.last().map_or(0, |(at, _)| at.0).max(1);
    let room = age.0 - Span::minutes(2).0;
    let fitted = |at: Span| if last > room { Span(at.0 * room.max(1) / last) } else { at };
    acts.into_iter().map(|(at, act)| (began + fitted(at), act)).collect()
}

struct Writing<'a> {
    dice: &'a mut Dice,
    plan: &'static LeafPlan,
    at: Span,
    acts: Vec<(Span, Act)>,
}

impl Writing<'_> {
    fn tell(&mut self, fate: Fate, age: Span) {
        if fate == Fate::New {
            if self.dice.percent(20) {
                self.later(5, 60, Act::Urge);
            }
            return;
        }
        self.begin();
        match fate {
            Fate::New => {}
            Fate::Open => self.go_on_working(),
            Fate::Waiting => self.end_waiting(age),
            Fate::Resolved | Fate::Closed => {
                self.work();
                self.end();
                if fate == Fate::Closed {
                    self.close(age);
                }
            }
        }
    }

    fn later(&mut self, from: i64, to: i64, act: Act) {
        self.at = Span(self.at.0 + Span::minutes(self.dice.between(from, to)).0);
        self.acts.push((self.at, act));
    }

    fn begin(&mut self) {
        let longest = (i64::from(self.plan.targets.0) * 60 * 5 / 4).max(20);
        self.later(2, longest / 2, Act::Take);
        if self.dice.percent(92) {
            let begins = *self.dice.one(self.plan.theme.begins);
            self.later(1, longest / 2, Act::Say(begins));
        }
    }

    fn go_on_working(&mut self) {
        self.note(55);
        if self.dice.percent(30) {
            let ask = *self.dice.one(self.plan.theme.asks);
            let bring = *self.dice.one(self.plan.theme.brings);
            self.later(5, 60, Act::Ask(ask));
            self.later(20, 300, Act::Bring(bring));
        }
        if self.dice.percent(22) {
            self.later(60, 400, Act::Urge);
        }
        if self.dice.percent(15) {
            let urgent = *self.dice.one(&URGENT);
            self.later(10, 90, Act::Bring(urgent));
        }
    }

    fn end_waiting(&mut self, age: Span) {
        self.note(40);
        if self.dice.percent(60) {
            let ask = *self.dice.one(self.plan.theme.asks);
            self.later(10, 240, Act::Ask(ask));
        } else {
            let until = Span(age.0 + Span::hours(self.dice.between(5, 70)).0);
            let wait = Act::WaitFor(self.plan.theme.waits_for, until);
            self.later(10, 240, wait);
        }
    }

    fn work(&mut self) {
        self.note(45);
        if self.dice.percent(12) {
            let (team, why) = *self.dice.one(&TRANSFERS);
            if team != self.plan.team {
                self.later(10, 120, Act::Transfer(team, why));
                self.later(10, 180, Act::Take);
            }
        }
        if self.dice.percent(36) {
            let ask = *self.dice.one(self.plan.theme.asks);
            let bring = *self.dice.one(self.plan.theme.brings);
            self.later(3, 90, Act::Ask(ask));
            self.later(10, 700, Act::Bring(bring));
        }
        if self.dice.percent(14) {
            let until = Span(self.at.0 + Span::hours(self.dice.between(4, 30)).0);
            let wait = Act::WaitFor(self.plan.theme.waits_for, until);
            self.later(5, 60, wait);
            self.at = Span(until.0 + Span::minutes(10).0);
        }
        if self.dice.percent(9) {
            self.later(30, 500, Act::Urge);
        }
        self.note(25);
    }

    fn note(&mut self, chance: i64) {
        if self.dice.percent(chance) {
            let note = *self.dice.one(self.plan.theme.notes);
            self.later(3, 90, Act::Note(note));
        }
    }

    fn end(&mut self) {
        let longest = i64::from(self.plan.targets.1.min(60)) * 30;
        let (text, code) = *self.dice.one(self.plan.theme.ends);
        self.later(8, longest.max(30), Act::End(text, code));
        if self.dice.percent(4) {
            let why = *self.dice.one(&NOT_SOLVED);
            self.later(60, 900, Act::NotSolved(why));
            self.later(10, 120, Act::Take);
            let (text, code) = *self.dice.one(self.plan.theme.ends);
            self.later(60, 900, Act::End(text, code));
        }
        if self.dice.percent(46) {
            self.rate();
        }
    }

    fn rate(&mut self) {
        let result = match self.dice.between(1, 100) {
            1..=58 => 5,
            59..=83 => 4,
            84..=92 => 3,
            93..=96 => 2,
            _ => 1,
        };
        let process = self.dice.percent(70).then(|| {
            let process = i64::from(result) + self.dice.between(-1, 1);
            u8::try_from(process.clamp(1, 5)).unwrap_or(5)
        });
        let words: &[&str] = if result >= 4 { &THANKS } else { &GRUMBLES };
        let comment = self.dice.percent(40).then(|| *self.dice.one(words));
        self.later(5, 600, Act::Rate(result, process, comment));
    }

    /// The customer says so, or a week passes.
    fn close(&mut self, age: Span) {
        let by_itself = age.0 > self.at.0 + Span::days(9).0 && self.dice.percent(60);
        if !by_itself {
            self.later(5, 700, Act::Close);
        }
    }
}
