//! Who may do what about a supervision.

use super::{Ladder, Supervision, SupervisionAct};
use crate::actor::Scope;
use crate::id::{AgentId, DepartmentId};

/// Somebody of the house, as far as supervisions go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party {
    pub id: AgentId,
    /// The department they belong to.
    pub home: DepartmentId,
    /// How far they may supervise, if at all.
    pub supervises: Option<Scope>,
}

impl Supervision {
    /// Whether `who` may do this. `issuer_home` is the department the issuer belongs to.
    pub fn may(
        &self,
        act: SupervisionAct,
        who: &Party,
        issuer_home: DepartmentId,
        ladder: Ladder<'_>,
    ) -> bool {
        match act {
            SupervisionAct::Acknowledge => self.answers(who, ladder),
            SupervisionAct::Report => self.answers(who, ladder) || self.is_laid_on(who, ladder),
            SupervisionAct::Miss | SupervisionAct::Escalate => false,
            SupervisionAct::Lift => self.may_lift(who, issuer_home, ladder),
        }
    }

    /// At first the whole department; further up the leader it has climbed to.
    fn answers(&self, who: &Party, ladder: Ladder<'_>) -> bool {
        let leads = ladder.leader(self.answerable) == Some(who.id);
        match self.level {
            0 => self.is_laid_on(who, ladder) || (leads && who.id != self.issuer),
            _ => leads,
        }
    }

    /// Is on the supervised side. Whoever has issued it is not, even in their own department.
    fn is_laid_on(&self, who: &Party, ladder: Ladder<'_>) -> bool {
        let inside = ladder.is_within(who.home, self.department)
            || ladder.leader(self.department) == Some(who.id);
        inside && who.id != self.issuer
    }

    /// The issuer, their superiors, or an administrator; of the supervised side nobody.
    fn may_lift(&self, who: &Party, issuer_home: DepartmentId, ladder: Ladder<'_>) -> bool {
        let over_the_issuer = ladder.is_over(who.id, issuer_home) && who.id != self.issuer;
        match who.supervises {
            None => false,
            Some(Scope::All) => true,
            Some(Scope::Own | Scope::Group | Scope::Department) => {
                who.id == self.issuer || (over_the_issuer && !self.is_laid_on(who, ladder))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::course::Order;
    use super::{Ladder, Party, Supervision, SupervisionAct as Act};
    use crate::actor::Scope;
    use crate::id::{AgentId, DepartmentId};
    use crate::org::Department;
    use crate::text::Requirement;
    use crate::time::{Span, Timestamp};

    const NOON: Timestamp = Timestamp(1_767_355_200_000);
    const COMPANY: DepartmentId = DepartmentId(1);
    const CENTRE: DepartmentId = DepartmentId(2);
    const REPAIR: DepartmentId = DepartmentId(3);
    const SHOP: DepartmentId = DepartmentId(4);
    const BOSS: Party = leader(1, COMPANY);
    const DIRECTOR: Party = leader(2, CENTRE);
    const FOREMAN: Party = leader(3, REPAIR);
    const NEIGHBOUR: Party = leader(4, SHOP);
    const WORKER: Party = Party { id: AgentId(5), home: REPAIR, supervises: None };
    const ADMIN: Party = Party { id: AgentId(6), home: REPAIR, supervises: Some(Scope::All) };

    const fn leader(id: i64, home: DepartmentId) -> Party {
        Party { id: AgentId(id), home, supervises: Some(Scope::Department) }
    }

    fn tree() -> [Department; 4] {
        let department = |id: DepartmentId, parent, leader: &Party| Department {
            id,
            parent,
            name: String::new(),
            leader: Some(leader.id),
            territory: Vec::new(),
        };
        [
            department(COMPANY, None, &BOSS),
            department(CENTRE, Some(COMPANY), &DIRECTOR),
            department(REPAIR, Some(CENTRE), &FOREMAN),
            department(SHOP, Some(CENTRE), &NEIGHBOUR),
        ]
    }

    fn on_repair(issuer: &Party) -> Supervision {
        let order = Order {
            issuer: issuer.id,
            department: REPAIR,
            answerable: REPAIR,
            requirement: Requirement::try_from("限期解决").unwrap(),
            targets: 1,
            deadline: NOON + Span::hours(6),
            report_every: None,
            repeated: false,
        };
        Supervision::issue(order, NOON)
    }

    fn row(supervision: &Supervision, issuer: &Party, act: Act) -> String {
        let tree = tree();
        let cast = [BOSS, DIRECTOR, FOREMAN, NEIGHBOUR, WORKER, ADMIN];
        let may = |who: &Party| supervision.may(act, who, issuer.home, Ladder(&tree));
        cast.iter().map(|who| if may(who) { '+' } else { '-' }).collect()
    }

    /// Columns: the company's leader, the centre's, the department's, its neighbour's, somebody who
    /// works in the department, an administrator who sits there.
    #[test]
    fn d_14_the_supervised_side_answers_and_can_never_lift() {
        let issued = on_repair(&DIRECTOR);

        assert_eq!(row(&issued, &DIRECTOR, Act::Acknowledge), "--+-++");
        assert_eq!(row(&issued, &DIRECTOR, Act::Report), "--+-++");
        assert_eq!(row(&issued, &DIRECTOR, Act::Lift), "++---+");
        assert_eq!(row(&issued, &DIRECTOR, Act::Escalate), "------");
    }

    #[test]
    fn d_14_further_up_the_next_leader_answers_and_the_department_still_reports() {
        let (missed, _) = on_repair(&BOSS).miss(NOON + Span::hours(6)).unwrap();
        let climbed = missed.escalate(CENTRE, NOON + Span::hours(6)).unwrap();

        assert_eq!(row(&climbed, &BOSS, Act::Acknowledge), "-+----");
        assert_eq!(row(&climbed, &BOSS, Act::Report), "-++-++");
        assert_eq!(row(&climbed, &BOSS, Act::Lift), "+----+");
    }

    #[test]
    fn whoever_supervises_their_own_department_is_not_the_supervised_side() {
        let own = on_repair(&FOREMAN);

        assert_eq!(row(&own, &FOREMAN, Act::Report), "----++");
        assert_eq!(row(&own, &FOREMAN, Act::Lift), "+++--+");
    }

    #[test]
    fn a_neighbour_supervises_another_department_and_lifts_it() {
        let issued = on_repair(&NEIGHBOUR);

        assert_eq!(row(&issued, &NEIGHBOUR, Act::Lift), "++-+-+");
        assert_eq!(row(&issued, &NEIGHBOUR, Act::Report), "--+-++");
    }
}
