//! 督办 by department: how much was issued, and how it went (leap 7).

use domain::actor::{Actor, Permission, Scope};
use domain::id::DepartmentId;
use domain::org::{Department, DepartmentName};
use domain::supervision::{Days, DepartmentFigures, Figure, SupervisionBoard};
use store::names::{Names, Wanted};
use store::people::departments;
use store::supervisions::counts;

use crate::boards::{ZONE, today};
use crate::error::allow;
use crate::{Desk, DeskError, Result};

impl Desk {
    /// Of the departments the actor may see boards of, those that were ever supervised.
    pub async fn supervision_board(&self, actor: &Actor, days: Days) -> Result<SupervisionBoard> {
        let me = actor.agent().ok_or(DeskError::Forbidden)?;
        let reach = me.grants.scope(Permission::ReadBoards);
        allow(reach.is_some())?;
        let now = self.clock.now();
        let mut tx = self.store.read().await?;
        let mut tree = departments::all(&mut tx).await?;
        let sums = counts::sums(&mut tx, today(now) - days.before(), ZONE).await?;
        let seen = |id: &DepartmentId| reach == Some(Scope::All) || me.departments.contains(id);
        tree.retain(|it| seen(&it.id) && sums.keys().any(|(of, _)| *of == it.id));
        let leaders = tree.iter().filter_map(|it| it.leader).collect();
        let names = Names::find(&mut tx, &Wanted { agents: leaders, ..Wanted::default() }).await?;
        let figures = tree.into_iter().map(|it| {
            let n = |figure: Figure| sums.get(&(it.id, figure.code())).copied().unwrap_or_default();
            DepartmentFigures {
                issued: n(Figure::Issued),
                acknowledged_in_time: n(Figure::AcknowledgedInTime),
                answered_in_time: n(Figure::AnsweredInTime),
                missed: n(Figure::Missed),
                repeated: n(Figure::Repeated),
                running: n(Figure::Running),
                leader: it.leader.map(|leader| names.person(leader)),
                department: DepartmentName { id: it.id, name: it.name },
            }
        });
        Ok(SupervisionBoard { departments: figures.collect(), days, at: now })
    }
}

pub(super) fn name(tree: &[Department], id: DepartmentId) -> DepartmentName {
    let known = tree.iter().find(|it| it.id == id).map(|it| it.name.clone());
    DepartmentName { id, name: known.unwrap_or_default() }
}
