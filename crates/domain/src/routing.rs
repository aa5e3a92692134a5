//! Who gets a piece of work that finds its person by itself (C-03, C-13).

use crate::id::AgentId;

/// Somebody of the group, as the router sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub agent: AgentId,
    pub available: bool,
    /// Tasks in their worklist now.
    pub load: i64,
    pub cap: u16,
    /// 1 to 5.
    pub skill: u8,
}

/// The least loaded for their cap; the more skilled of two, then the one who joined first. Nobody
/// who is away or full.
pub fn least_loaded(candidates: &[Candidate]) -> Option<Candidate> {
    candidates
        .iter()
        .filter(|who| who.available && who.cap > 0 && who.load < i64::from(who.cap))
        .min_by_key(|who| {
            // Loads are compared as shares of the cap, in thousandths.
            let share = who.load * 1000 / i64::from(who.cap);
            (share, std::cmp::Reverse(who.skill), who.agent)
        })
        .copied()
}

#[cfg(test)]
mod tests {
    use super::{Candidate, least_loaded};
    use crate::id::AgentId;

    fn candidate(id: i64, load: i64) -> Candidate {
        Candidate { agent: AgentId(id), available: true, load, cap: 10, skill: 3 }
    }

    #[test]
    fn c_03_work_goes_to_the_least_loaded_who_is_there_and_not_full() {
        let away = Candidate { available: false, ..candidate(1, 0) };
        let full = Candidate { cap: 2, ..candidate(2, 2) };
        let candidates = [away, full, candidate(3, 5), candidate(4, 4)];

        assert_eq!(least_loaded(&candidates).map(|who| who.agent), Some(AgentId(4)));
        assert_eq!(least_loaded(&[away, full]), None);
    }

    #[test]
    fn of_two_equals_the_more_skilled_gets_it() {
        let expert = Candidate { skill: 5, ..candidate(9, 1) };

        assert_eq!(least_loaded(&[candidate(1, 1), expert]), Some(expert));
    }
}
