//! How a supervision goes on: what each act makes of it, and what is due next.

use super::{Missed, ReportKind, Rhythm, Supervision, SupervisionAct};
use crate::id::{AgentId, DepartmentId, SupervisionId};
use crate::text::Requirement;
use crate::time::{Span, Timestamp};

/// The present level has read it within this, or sooner where the deadline is near.
const ACKNOWLEDGE_WITHIN: Span = Span::hours(2);
/// A level above has at most this long.
const LEVEL_AT_MOST: Span = Span::days(1);

/// What a leader lays over tickets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub issuer: AgentId,
    pub department: DepartmentId,
    pub answerable: DepartmentId,
    pub requirement: Requirement,
    pub targets: u32,
    pub deadline: Timestamp,
    pub report_every: Option<Rhythm>,
    pub repeated: bool,
}

impl Supervision {
    pub fn issue(order: Order, now: Timestamp) -> Self {
        let Order {
            issuer,
            department,
            answerable,
            requirement,
            targets,
            deadline,
            report_every,
            repeated,
        } = order;
        let new = Self {
            id: SupervisionId(0),
            issuer,
            department,
            answerable,
            level: 0,
            requirement,
            targets,
            deadline,
            limit_at: deadline,
            report_every,
            state: super::SupervisionState::Issued,
            due_at: None,
            issued_at: now,
            acknowledged_at: None,
            acknowledged_in_time: false,
            answered_at: None,
            missed_at: None,
            lifted_at: None,
            repeated,
        };
        Self { due_at: new.next_due(now), ..new }
    }

    /// `None` when it does not fit the state, or was done already.
    pub fn acknowledge(&self, now: Timestamp) -> Option<Self> {
        let state = self.state.after(SupervisionAct::Acknowledge)?;
        self.acknowledged_at.is_none().then(|| Self { state, ..self.read(now) })
    }

    /// A report without an acknowledgement is one.
    pub fn report(&self, kind: ReportKind, now: Timestamp) -> Option<Self> {
        let state = self.state.after(SupervisionAct::Report)?;
        let answered_at = match kind {
            ReportKind::Progress => self.answered_at,
            ReportKind::Answer => self.answered_at.or(Some(now)),
        };
        let reported = Self { state, answered_at, ..self.read(now) };
        Some(Self { due_at: reported.next_due(now), ..reported })
    }

    /// Nothing is due any more until somebody says something.
    pub fn miss(&self, now: Timestamp) -> Option<(Self, Missed)> {
        let state = self.state.after(SupervisionAct::Miss)?;
        let missed = if self.limit_at <= now { Missed::Limit } else { Missed::Report };
        let missed_at = self.missed_at.or(Some(now));
        Some((Self { state, missed_at, due_at: None, ..self.clone() }, missed))
    }

    /// The next level begins anew, with half the time the first one had.
    pub fn escalate(&self, to: DepartmentId, now: Timestamp) -> Option<Self> {
        let state = self.state.after(SupervisionAct::Escalate)?;
        let given = self.deadline - self.issued_at;
        let escalated = Self {
            state,
            answerable: to,
            level: self.level.saturating_add(1),
            limit_at: now + Span(given.0 / 2).min(LEVEL_AT_MOST),
            acknowledged_at: None,
            ..self.clone()
        };
        Some(Self { due_at: escalated.next_due(now), ..escalated })
    }

    pub fn lift(&self, now: Timestamp) -> Option<Self> {
        let state = self.state.after(SupervisionAct::Lift)?;
        Some(Self { state, due_at: None, lifted_at: Some(now), ..self.clone() })
    }

    /// Until then the first level has acknowledged it, if it is quick enough.
    pub fn acknowledge_by(&self) -> Timestamp {
        let given = self.deadline - self.issued_at;
        self.issued_at + Span(given.0 / 4).min(ACKNOWLEDGE_WITHIN)
    }

    /// Lifting it without an answer says that none is wanted any more.
    pub fn answered_in_time(&self) -> bool {
        self.answered_at.or(self.lifted_at).is_some_and(|at| at <= self.deadline)
    }

    /// What its chip counts down to; nothing once it is answered.
    pub fn clock(&self) -> Option<Timestamp> {
        let waits = self.answered_at.is_none() && self.state.is_running();
        self.due_at.or(Some(self.limit_at)).filter(|_| waits)
    }

    fn read(&self, now: Timestamp) -> Self {
        let first = self.level == 0 && self.acknowledged_at.is_none();
        Self {
            acknowledged_at: self.acknowledged_at.or(Some(now)),
            acknowledged_in_time: self.acknowledged_in_time
                || (first && now <= self.acknowledge_by()),
            ..self.clone()
        }
    }

    /// The next report or the limit, whichever comes first. A limit that has passed was missed
    /// already, and cannot be missed twice.
    fn next_due(&self, now: Timestamp) -> Option<Timestamp> {
        if self.answered_at.is_some() {
            return None;
        }
        let report = self.report_every.map(|rhythm| now + rhythm.span());
        let limit = Some(self.limit_at).filter(|limit| *limit > now);
        [report, limit].into_iter().flatten().min()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Missed, ReportKind, Rhythm, Supervision, SupervisionState as State};
    use super::Order;
    use crate::id::{AgentId, DepartmentId};
    use crate::text::Requirement;
    use crate::time::{Span, Timestamp};

    const NOON: Timestamp = Timestamp(1_767_355_200_000);
    const ABOVE: DepartmentId = DepartmentId(1);

    fn issued(hours: i64, report_every: Option<u16>) -> Supervision {
        let order = Order {
            issuer: AgentId(1),
            department: DepartmentId(2),
            answerable: DepartmentId(2),
            requirement: Requirement::try_from("今天答复客户").unwrap(),
            targets: 1,
            deadline: NOON + Span::hours(hours),
            report_every: report_every.map(|hours| Rhythm::try_from(hours).unwrap()),
            repeated: false,
        };
        Supervision::issue(order, NOON)
    }

    #[test]
    fn f_09_the_limit_is_due_or_a_report_before_it() {
        let plain = issued(6, None);
        let rhythmic = issued(6, Some(4));
        let reported = rhythmic.report(ReportKind::Progress, NOON + Span::hours(1)).unwrap();
        let again = reported.report(ReportKind::Progress, NOON + Span::hours(4)).unwrap();

        assert_eq!(plain.due_at, Some(NOON + Span::hours(6)));
        assert_eq!(rhythmic.due_at, Some(NOON + Span::hours(4)));
        assert_eq!(reported.due_at, Some(NOON + Span::hours(5)));
        assert_eq!(again.due_at, Some(NOON + Span::hours(6)));
    }

    #[test]
    fn d_14_whoever_acknowledges_soon_does_so_in_time() {
        let long = issued(48, None);
        let soon = long.acknowledge(NOON + Span::hours(2)).unwrap();
        let late = long.acknowledge(NOON + Span::hours(3)).unwrap();

        assert_eq!(issued(4, None).acknowledge_by(), NOON + Span::hours(1));
        assert_eq!((soon.state, soon.acknowledged_in_time), (State::Acknowledged, true));
        assert!(!late.acknowledged_in_time);
        assert_eq!(soon.acknowledge(NOON + Span::hours(3)), None);
    }

    #[test]
    fn d_14_a_report_acknowledges_and_an_answer_ends_what_is_due() {
        let answered = issued(6, Some(2)).report(ReportKind::Answer, NOON + Span::hours(1));
        let answered = answered.unwrap();

        assert!(answered.acknowledged_in_time && answered.answered_in_time());
        assert_eq!((answered.due_at, answered.clock()), (None, None));
    }

    #[test]
    fn d_14_what_is_missed_climbs_and_the_next_level_begins_anew() {
        let end = NOON + Span::hours(6);
        let (missed, what) = issued(6, None).acknowledge(NOON).unwrap().miss(end).unwrap();
        let climbed = missed.escalate(ABOVE, end).unwrap();

        assert_eq!((missed.state, what, missed.due_at), (State::Overdue, Missed::Limit, None));
        assert_eq!(
            (climbed.state, climbed.answerable, climbed.level),
            (State::Escalated, ABOVE, 1)
        );
        assert_eq!((climbed.acknowledged_at, climbed.missed_at), (None, Some(end)));
        assert_eq!(climbed.due_at, Some(end + Span::hours(3)));
        assert_eq!(climbed.deadline, end);
    }

    #[test]
    fn a_missed_report_is_not_a_missed_limit() {
        let (_, what) = issued(6, Some(1)).miss(NOON + Span::hours(1)).unwrap();

        assert_eq!(what, Missed::Report);
    }

    #[test]
    fn at_the_top_nothing_more_is_due_until_somebody_reports() {
        let end = NOON + Span::hours(6);
        let (top, _) = issued(6, Some(4)).miss(end).unwrap();
        let reported = top.report(ReportKind::Progress, end + Span::hours(1)).unwrap();

        assert_eq!(top.due_at, None);
        assert_eq!(reported.due_at, Some(end + Span::hours(5)));
        assert_eq!(reported.clock(), Some(end + Span::hours(5)));
    }

    #[test]
    fn lifting_it_before_the_deadline_asks_for_no_answer() {
        let early = issued(6, None).lift(NOON + Span::hours(5)).unwrap();
        let late = issued(6, None).lift(NOON + Span::hours(7)).unwrap();

        assert!(early.answered_in_time() && !late.answered_in_time());
        assert_eq!(early.lift(NOON), None);
    }
}
