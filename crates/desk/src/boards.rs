//! The live board.

use std::collections::BTreeMap;

use domain::actor::{Actor, Permission};
use domain::board::{Board, Figures, GroupFigures, Hour, PersonFigures};
use domain::counter::{Count, Of, Tally};
use domain::id::{AgentId, GroupId};
use domain::time::{Span, Timestamp};
use store::Tx;
use store::boards::{self, BoardGroup, Member, Tallied};
use store::counts::{self, Counts};

use crate::error::allow;
use crate::lists::part;
use crate::{Desk, Result};

/// The desk's day begins at midnight in China.
pub(crate) const ZONE: Span = Span::hours(8);
const HOURS: i64 = 24;

impl Desk {
    /// Numbers of the day for the departments and groups the actor may see boards of.
    pub async fn board(&self, actor: &Actor) -> Result<Board> {
        allow(actor.agent().is_some() && actor.may_ever(Permission::ReadBoards))?;
        let now = self.clock.now();
        let mut tx = self.store.read().await?;
        let groups = groups(&mut tx, actor).await?;
        let ids: Vec<GroupId> = groups.iter().map(|group| group.id).collect();
        let members = members(&mut tx, &ids).await?;
        let mut sums = counts::of(&mut tx, &Count::ALL, &counts::groups(&ids)).await?;
        sums.extend(counts::of(&mut tx, &Count::ALL, &people(&members)).await?);
        let since = today(now).min(now.hour() - Span::hours(HOURS - 1));
        let tallies = boards::tallies(&mut tx, since, &ids).await?;
        Ok(Board {
            totals: totals(&sums, &tallies, now),
            groups: groups.iter().map(|it| of_group(it, &members, &sums, &tallies, now)).collect(),
            people: of_people(&members, &sums),
            hours: hours(&tallies, now),
            at: Some(now),
        })
    }
}

/// The groups whose numbers one may see.
pub(crate) async fn groups(tx: &mut Tx, actor: &Actor) -> Result<Vec<BoardGroup>> {
    let part = part(tx, actor, Permission::ReadBoards).await?;
    let mut groups = boards::groups(tx).await?;
    groups.retain(|group| part.everything || part.groups.contains(&group.id));
    Ok(groups)
}

/// Everybody in these groups, once for each of them.
pub(crate) async fn members(tx: &mut Tx, groups: &[GroupId]) -> Result<Vec<Member>> {
    let mut members = boards::members(tx).await?;
    members.retain(|member| groups.contains(&member.group));
    Ok(members)
}

/// When the desk's day began.
pub(crate) fn today(now: Timestamp) -> Timestamp {
    let there = now + ZONE;
    now - Span(there.0.rem_euclid(Span::days(1).0))
}

fn people(members: &[Member]) -> Vec<Of> {
    let mut agents: Vec<AgentId> = members.iter().map(|member| member.agent).collect();
    agents.sort_unstable();
    agents.dedup();
    agents.into_iter().map(|id| Of::Agent(id.0)).collect()
}

fn totals(sums: &Counts, tallies: &[Tallied], now: Timestamp) -> Figures {
    let of_today = |what| sum(tallies, what, |it| it.hour >= today(now));
    Figures {
        created: of_today(Tally::Created),
        created_by_system: of_today(Tally::CreatedBySystem),
        accepted: of_today(Tally::Accepted),
        handled: of_today(Tally::Handled),
        resolved: of_today(Tally::Resolved),
        backlog: sums.of_groups(Count::TicketsNew) + sums.of_groups(Count::TicketsOpen),
        overdue: sums.of_groups(Count::TicketsOverdue),
        waiting: sums.of_groups(Count::TicketsWaiting),
        rated: of_today(Tally::Rated),
        rated_good: of_today(Tally::RatedGood),
    }
}

fn sum(tallies: &[Tallied], what: Tally, which: impl Fn(&Tallied) -> bool) -> i64 {
    tallies.iter().filter(|it| it.is(what) && which(it)).map(|it| it.n).sum()
}

fn of_group(
    group: &BoardGroup,
    members: &[Member],
    sums: &Counts,
    tallies: &[Tallied],
    now: Timestamp,
) -> GroupFigures {
    let n = |count| sums.of(count, Of::Group(group.id.0));
    let there = members.iter().filter(|member| member.group == group.id && member.available);
    let caps: i64 = there.map(|member| member.cap).sum();
    let given_out = n(Count::TasksActionable) - n(Count::TasksUnclaimed);
    GroupFigures {
        group: group.id,
        department: group.department,
        name: group.name.clone(),
        backlog: n(Count::TicketsNew) + n(Count::TicketsOpen),
        unclaimed: n(Count::TasksUnclaimed),
        overdue: n(Count::TicketsOverdue),
        waiting: n(Count::TicketsWaiting),
        resolved_today: sum(tallies, Tally::Resolved, |it| {
            it.group == group.id && it.hour >= today(now)
        }),
        load: (caps > 0).then(|| given_out * 100 / caps),
    }
}

/// Everybody once, by name, with the caps of all their groups together.
fn of_people(members: &[Member], sums: &Counts) -> Vec<PersonFigures> {
    let mut places: BTreeMap<(&str, AgentId), Vec<&Member>> = BTreeMap::new();
    for member in members {
        places.entry((&member.name, member.agent)).or_default().push(member);
    }
    places.into_values().map(|places| of_person(&places, sums)).collect()
}

fn of_person(places: &[&Member], sums: &Counts) -> PersonFigures {
    let me = places[0];
    let n = |count| sums.of(count, Of::Agent(me.agent.0));
    PersonFigures {
        agent: me.agent,
        name: me.name.clone(),
        groups: places.iter().map(|place| place.group).collect(),
        available: me.available,
        actionable: n(Count::TasksActionable),
        held: n(Count::TasksHeld),
        overdue: n(Count::TasksOverdue),
        owned: n(Count::TicketsNew) + n(Count::TicketsOpen) + n(Count::TicketsWaiting),
        cap: places.iter().map(|place| place.cap).sum(),
    }
}

fn hours(tallies: &[Tallied], now: Timestamp) -> Vec<Hour> {
    let starts = (0..HOURS).rev().map(|ago| now.hour() - Span::hours(ago));
    starts
        .map(|start| Hour {
            start,
            created: sum(tallies, Tally::Created, |it| it.hour == start),
            resolved: sum(tallies, Tally::Resolved, |it| it.hour == start),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::time::{Span, Timestamp};

    use super::today;

    #[test]
    fn a_day_begins_at_midnight_in_china() {
        let midnight = Timestamp(1_767_196_800_000); // 2026-01-01 00:00 +08:00

        assert_eq!(today(midnight), midnight);
        assert_eq!(today(midnight + Span::hours(23)), midnight);
        assert_eq!(today(midnight - Span(1)), midnight - Span::days(1));
    }
}
