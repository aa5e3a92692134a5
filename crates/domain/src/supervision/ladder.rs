//! The way up: who leads, and who leads those (P-12).

use crate::id::{AgentId, DepartmentId};
use crate::org::Department;

/// The organisation tree, as far as leaders go.
#[derive(Clone, Copy, Debug)]
pub struct Ladder<'a>(pub &'a [Department]);

/// A department and the person who answers for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    pub department: DepartmentId,
    pub leader: AgentId,
}

impl<'a> Ladder<'a> {
    /// Whoever answers for a department: its leader, or the nearest above where it has none.
    pub fn first(self, department: DepartmentId) -> Option<Rung> {
        self.up(department).find_map(Rung::of)
    }

    /// The next leader above. Somebody who leads both is no step up.
    pub fn next(self, department: DepartmentId) -> Option<Rung> {
        let present = self.leader(department);
        self.up(department).skip(1).filter_map(Rung::of).find(|rung| Some(rung.leader) != present)
    }

    /// Leads the department, or one above it.
    pub fn is_over(self, who: AgentId, department: DepartmentId) -> bool {
        self.up(department).any(|it| it.leader == Some(who))
    }

    /// Is the department itself, or somewhere below it.
    pub fn is_within(self, department: DepartmentId, whole: DepartmentId) -> bool {
        self.up(department).any(|it| it.id == whole)
    }

    pub fn leader(self, department: DepartmentId) -> Option<AgentId> {
        self.find(department).and_then(|it| it.leader)
    }

    fn find(self, id: DepartmentId) -> Option<&'a Department> {
        self.0.iter().find(|it| it.id == id)
    }

    /// The department, the one above, and so on to the top. A tree is not higher than it has
    /// departments; more steps would be a circle.
    fn up(self, from: DepartmentId) -> impl Iterator<Item = &'a Department> {
        let above = move |it: &&'a Department| it.parent.and_then(|parent| self.find(parent));
        std::iter::successors(self.find(from), above).take(self.0.len())
    }
}

impl Rung {
    fn of(department: &Department) -> Option<Self> {
        Some(Self { department: department.id, leader: department.leader? })
    }
}

#[cfg(test)]
mod tests {
    use super::{Ladder, Rung};
    use crate::id::{AgentId, DepartmentId};
    use crate::org::Department;

    fn department(id: i64, parent: Option<i64>, leader: Option<i64>) -> Department {
        Department {
            id: DepartmentId(id),
            parent: parent.map(DepartmentId),
            name: String::new(),
            leader: leader.map(AgentId),
            territory: Vec::new(),
        }
    }

    fn rung(department: i64, leader: i64) -> Rung {
        Rung { department: DepartmentId(department), leader: AgentId(leader) }
    }

    #[test]
    fn p_12_the_way_up_leads_from_leader_to_leader() {
        // 公司 (9) ── 客服中心 (7) ── 售后部, which 7 leads as well ── 一组, without a leader
        let tree = [
            department(1, None, Some(9)),
            department(2, Some(1), Some(7)),
            department(3, Some(2), Some(7)),
            department(4, Some(3), None),
        ];
        let ladder = Ladder(&tree);

        assert_eq!(ladder.first(DepartmentId(4)), Some(rung(3, 7)));
        assert_eq!(ladder.next(DepartmentId(3)), Some(rung(1, 9)));
        assert_eq!(ladder.next(DepartmentId(1)), None);
        assert!(ladder.is_over(AgentId(9), DepartmentId(4)));
        assert!(ladder.is_within(DepartmentId(4), DepartmentId(2)));
        assert!(!ladder.is_within(DepartmentId(2), DepartmentId(4)));
    }

    #[test]
    fn a_circle_ends() {
        let tree = [department(1, Some(2), None), department(2, Some(1), None)];

        assert_eq!(Ladder(&tree).first(DepartmentId(1)), None);
    }
}
