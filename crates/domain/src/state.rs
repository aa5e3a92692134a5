//! The life of a ticket, as one table. States follow from actions; nobody sets them by hand.

use serde::{Deserialize, Serialize};

/// The five categories every list, count and report knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StateCategory {
    New,
    Open,
    Waiting,
    Resolved,
    Closed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketState {
    /// Filed; nobody has looked yet.
    Submitted,
    /// Back in a queue after somebody had it.
    ToClaim,
    /// Somebody has it.
    Assigned,
    /// Somebody has begun.
    InProgress,
    AwaitingCustomer,
    AwaitingThirdParty,
    /// Put aside until a time or an event.
    Suspended,
    /// Answered; the customer may say "not solved".
    Resolved,
    Closed,
    /// Not a genuine matter.
    Rejected,
    /// Goes on in another ticket.
    Merged,
    /// Over for so long that it left the lists (D-23). It is still found, and stays as it is.
    Archived,
}

/// Which run of a list a ticket stands in: the five categories, and apart from them what is
/// archived, so that a list of closed tickets does not grow for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    New,
    Open,
    Waiting,
    Resolved,
    Closed,
    Archived,
}

/// What can happen to a ticket's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketAct {
    Assign,
    Begin,
    /// Into a group's queue, without a handler.
    Release,
    AwaitCustomer,
    AwaitThirdParty,
    Suspend,
    /// The customer wrote, or the wake-up came.
    Resume,
    Resolve,
    Reopen,
    Close,
    Reject,
    Merge,
    /// Out of the lists.
    Archive,
}

impl StateCategory {
    pub const ALL: [Self; 5] = [Self::New, Self::Open, Self::Waiting, Self::Resolved, Self::Closed];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::Resolved => "resolved",
            Self::Closed => "closed",
        }
    }

    /// Somebody still owes the customer something.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::New | Self::Open | Self::Waiting)
    }

    /// The runs of the lists its tickets stand in.
    pub const fn stages(self) -> &'static [Stage] {
        match self {
            Self::New => &[Stage::New],
            Self::Open => &[Stage::Open],
            Self::Waiting => &[Stage::Waiting],
            Self::Resolved => &[Stage::Resolved],
            Self::Closed => &[Stage::Closed, Stage::Archived],
        }
    }
}

impl Stage {
    /// How it is kept in an index; never renumber.
    pub const fn code(self) -> i64 {
        match self {
            Self::New => 0,
            Self::Open => 1,
            Self::Waiting => 2,
            Self::Resolved => 3,
            Self::Closed => 4,
            Self::Archived => 5,
        }
    }
}

impl std::str::FromStr for StateCategory {
    type Err = NotAState;

    fn from_str(text: &str) -> Result<Self, NotAState> {
        Self::ALL
            .into_iter()
            .find(|category| category.as_str() == text)
            .ok_or_else(|| NotAState(text.to_owned()))
    }
}

impl TicketState {
    pub const ALL: [Self; 12] = [
        Self::Submitted,
        Self::ToClaim,
        Self::Assigned,
        Self::InProgress,
        Self::AwaitingCustomer,
        Self::AwaitingThirdParty,
        Self::Suspended,
        Self::Resolved,
        Self::Closed,
        Self::Rejected,
        Self::Merged,
        Self::Archived,
    ];

    pub const fn stage(self) -> Stage {
        match (self, self.category()) {
            (Self::Archived, _) => Stage::Archived,
            (_, StateCategory::New) => Stage::New,
            (_, StateCategory::Open) => Stage::Open,
            (_, StateCategory::Waiting) => Stage::Waiting,
            (_, StateCategory::Resolved) => Stage::Resolved,
            (_, StateCategory::Closed) => Stage::Closed,
        }
    }

    pub const fn category(self) -> StateCategory {
        match self {
            Self::Submitted | Self::ToClaim => StateCategory::New,
            Self::Assigned | Self::InProgress => StateCategory::Open,
            Self::AwaitingCustomer | Self::AwaitingThirdParty | Self::Suspended => {
                StateCategory::Waiting
            }
            Self::Resolved => StateCategory::Resolved,
            Self::Closed | Self::Rejected | Self::Merged | Self::Archived => StateCategory::Closed,
        }
    }

    /// Where `act` leads from here, if it leads anywhere.
    pub const fn after(self, act: TicketAct) -> Option<Self> {
        use StateCategory as In;
        match (act, self.category()) {
            (TicketAct::Assign, In::New) => Some(Self::Assigned),
            (TicketAct::Begin, In::Open) | (TicketAct::Resume, In::Waiting) => {
                Some(Self::InProgress)
            }
            // A new handler does not wake what waits, nor undo what was begun.
            (TicketAct::Assign, In::Open | In::Waiting) | (TicketAct::Begin, In::Waiting) => {
                Some(self)
            }
            (TicketAct::Release, In::New | In::Open | In::Waiting) => Some(Self::ToClaim),
            (TicketAct::AwaitCustomer, In::New | In::Open | In::Waiting) => {
                Some(Self::AwaitingCustomer)
            }
            (TicketAct::AwaitThirdParty, In::New | In::Open | In::Waiting) => {
                Some(Self::AwaitingThirdParty)
            }
            (TicketAct::Suspend, In::New | In::Open | In::Waiting) => Some(Self::Suspended),
            (TicketAct::Resolve, In::New | In::Open | In::Waiting) => Some(Self::Resolved),
            (TicketAct::Reopen, In::Resolved | In::Closed) if !self.is_final() => {
                Some(Self::InProgress)
            }
            (TicketAct::Archive, In::Closed) if !matches!(self, Self::Archived) => {
                Some(Self::Archived)
            }
            (TicketAct::Close, In::Resolved) => Some(Self::Closed),
            (TicketAct::Reject, In::New) => Some(Self::Rejected),
            (TicketAct::Merge, In::New | In::Open | In::Waiting | In::Resolved) => {
                Some(Self::Merged)
            }
            _ => None,
        }
    }

    /// A merged ticket lives on elsewhere, and what is archived stays as it is: nothing follows.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Merged | Self::Archived)
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::ToClaim => "to_claim",
            Self::Assigned => "assigned",
            Self::InProgress => "in_progress",
            Self::AwaitingCustomer => "awaiting_customer",
            Self::AwaitingThirdParty => "awaiting_third_party",
            Self::Suspended => "suspended",
            Self::Resolved => "resolved",
            Self::Closed => "closed",
            Self::Rejected => "rejected",
            Self::Merged => "merged",
            Self::Archived => "archived",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a state")]
pub struct NotAState(pub String);

impl TryFrom<String> for TicketState {
    type Error = NotAState;

    fn try_from(text: String) -> Result<Self, NotAState> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(NotAState(text))
    }
}

#[cfg(test)]
mod tests {
    use super::{TicketAct, TicketState};

    /// D-07, D-08. The whole machine on one screen: a change to a rule shows up here as a changed
    /// line.
    #[test]
    fn d_07_every_act_from_every_state() {
        use TicketAct as Act;
        let acts = [
            Act::Assign,
            Act::Begin,
            Act::Release,
            Act::AwaitCustomer,
            Act::Suspend,
            Act::Resume,
            Act::Resolve,
            Act::Reopen,
            Act::Close,
            Act::Reject,
            Act::Merge,
            Act::Archive,
        ];
        let table = TicketState::ALL.map(|from| {
            let to = acts.map(|act| from.after(act).map_or("-", TicketState::as_str));
            format!("{}: {}", from.as_str(), to.join(" "))
        });

        assert_eq!(
            table,
            [
                // assign begin release await_customer suspend resume resolve reopen close reject merge archive
                "submitted: assigned - to_claim awaiting_customer suspended - resolved - - rejected merged -",
                "to_claim: assigned - to_claim awaiting_customer suspended - resolved - - rejected merged -",
                "assigned: assigned in_progress to_claim awaiting_customer suspended - resolved - - - merged -",
                "in_progress: in_progress in_progress to_claim awaiting_customer suspended - resolved - - - merged -",
                "awaiting_customer: awaiting_customer awaiting_customer to_claim awaiting_customer suspended in_progress resolved - - - merged -",
                "awaiting_third_party: awaiting_third_party awaiting_third_party to_claim awaiting_customer suspended in_progress resolved - - - merged -",
                "suspended: suspended suspended to_claim awaiting_customer suspended in_progress resolved - - - merged -",
                "resolved: - - - - - - - in_progress closed - merged -",
                "closed: - - - - - - - in_progress - - - archived",
                "rejected: - - - - - - - in_progress - - - archived",
                "merged: - - - - - - - - - - - archived",
                "archived: - - - - - - - - - - - -",
            ]
        );
    }

    #[test]
    fn a_state_reads_back_as_it_was_written() {
        for state in TicketState::ALL {
            assert_eq!(TicketState::try_from(state.as_str().to_owned()), Ok(state));
        }
    }
}
