//! Lists: which, in what order, and where the next page begins.

use serde::{Deserialize, Serialize};

use crate::bounded::bounded;
use crate::id::{AgentId, GroupId, SupervisionId, TaskId, TicketId, TicketNumber};
use crate::invalid::Flaw;
use crate::org::Person;
use crate::priority::Priority;
use crate::state::{Stage, StateCategory, TicketState};
use crate::stuck::Trouble;
use crate::supervision::SupervisionState;
use crate::task::{TaskKind, TaskState};
use crate::ticket::Trigger;
use crate::time::Timestamp;

/// The shelves of the worklist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    /// Mine, to be done now, earliest due first (E-02).
    #[default]
    Mine,
    /// My groups', to be claimed.
    Queue,
    /// Mine, waiting for something.
    Waiting,
}

/// A named way to look at tickets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Everything alive, earliest due first.
    #[default]
    Live,
    New,
    Open,
    Waiting,
    Overdue,
    /// Under a supervision, whatever its state (D-14).
    Supervised,
    /// Alive, and runs badly (H-05).
    Stuck,
    Resolved,
    Closed,
    /// What left the lists long after it was closed (D-23).
    Archived,
}

/// How much of what one may read a list looks through. Numbers count what a role reaches, so the
/// list behind a number leaves out what one merely takes part in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// Everything one may read.
    #[default]
    Readable,
    /// What one's role reaches: what the numbers beside the views count.
    Reach,
    /// What the board counts: the groups one may see boards of (H-02).
    Board,
    /// What one owns, works on or follows.
    TakingPart,
}

/// What a list of tickets asks for. `None` asks for nothing in particular.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TicketQuery {
    pub view: View,
    #[serde(default)]
    pub within: Within,
    /// Of the view, only those that stand like this.
    pub state: Option<StateCategory>,
    pub group: Option<GroupId>,
    pub owner: Option<AgentId>,
    /// Only what people, or only what systems set in motion.
    #[serde(default)]
    pub trigger: Option<Trigger>,
    /// Words to search for; a search is ordered newest first.
    pub words: Option<String>,
    /// A search looks at all tickets, or only at those of this view.
    pub search_in: Option<View>,
    pub after: Option<Cursor>,
    pub limit: PageSize,
}

/// Where a page ends: the sort key and id of its last row. Opaque to everyone else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cursor {
    pub rank: i64,
    pub id: i64,
}

bounded! {
    /// Rows of a page.
    PageSize = 1..=100, 50 unless said;
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    pub rows: Vec<T>,
    /// Present when there is more.
    pub next: Option<Cursor>,
}

/// A ticket in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketRow {
    pub number: TicketNumber,
    pub subject: String,
    /// 诉求, 场景, 问题 (B-06).
    pub category: Vec<String>,
    pub requester: String,
    pub vip: bool,
    pub state: TicketState,
    pub trigger: Trigger,
    pub priority: Priority,
    pub group: GroupId,
    pub group_name: String,
    pub owner: Option<Person>,
    pub due_at: Option<Timestamp>,
    pub wake_at: Option<Timestamp>,
    pub supervised: Option<Supervised>,
    /// Why it runs badly, if it does.
    pub troubles: Vec<Trouble>,
    pub updated_at: Timestamp,
    pub created_at: Timestamp,
}

/// The supervision over a ticket; of several the most pressing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Supervised {
    pub supervision: SupervisionId,
    pub state: SupervisionState,
    /// What its chip counts down to; nothing once it is answered.
    pub clock: Option<Timestamp>,
}

/// A task in a worklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskRow {
    pub id: TaskId,
    pub ticket: TicketNumber,
    pub subject: String,
    pub category: Vec<String>,
    pub requester: String,
    pub vip: bool,
    pub kind: TaskKind,
    /// The step's name in its flow, or what was asked; and the step's key.
    pub step: String,
    pub step_key: String,
    pub state: TaskState,
    pub trigger: Trigger,
    pub ticket_state: TicketState,
    pub priority: Priority,
    pub group: GroupId,
    pub group_name: String,
    pub handler: Option<Person>,
    pub due_at: Option<Timestamp>,
    pub wake_at: Option<Timestamp>,
    pub supervised: Option<Supervised>,
    /// How often it was urged since its handler last looked (D-15).
    pub urges: u32,
    pub created_at: Timestamp,
}

/// The numbers beside the shelves and views.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskCounts {
    pub mine: i64,
    pub mine_overdue: i64,
    pub queue: i64,
    pub held: i64,
    pub new: i64,
    pub open: i64,
    pub waiting: i64,
    pub overdue: i64,
    pub supervised: i64,
    pub stuck: i64,
    pub resolved: i64,
    pub closed: i64,
    pub archived: i64,
}

impl View {
    pub const ALL: [Self; 10] = [
        Self::Live,
        Self::New,
        Self::Open,
        Self::Waiting,
        Self::Overdue,
        Self::Supervised,
        Self::Stuck,
        Self::Resolved,
        Self::Closed,
        Self::Archived,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::New => "new",
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::Overdue => "overdue",
            Self::Supervised => "supervised",
            Self::Stuck => "stuck",
            Self::Resolved => "resolved",
            Self::Closed => "closed",
            Self::Archived => "archived",
        }
    }

    /// The runs of tickets it shows.
    pub const fn stages(self) -> &'static [Stage] {
        match self {
            Self::Live | Self::Overdue | Self::Stuck => &[Stage::New, Stage::Open],
            // What is supervised is neither closed by itself nor archived.
            Self::Supervised => {
                &[Stage::New, Stage::Open, Stage::Waiting, Stage::Resolved, Stage::Closed]
            }
            Self::New => &[Stage::New],
            Self::Open => &[Stage::Open],
            Self::Waiting => &[Stage::Waiting],
            Self::Resolved => &[Stage::Resolved],
            Self::Closed => &[Stage::Closed],
            Self::Archived => &[Stage::Archived],
        }
    }

    /// Finished tickets show the latest first; live ones the most pressing.
    pub const fn latest_first(self) -> bool {
        matches!(self, Self::Resolved | Self::Closed | Self::Archived)
    }
}

impl Within {
    pub const ALL: [Self; 4] = [Self::Readable, Self::Reach, Self::Board, Self::TakingPart];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Readable => "readable",
            Self::Reach => "reach",
            Self::Board => "board",
            Self::TakingPart => "taking_part",
        }
    }
}

impl std::str::FromStr for Within {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        Self::ALL.into_iter().find(|within| within.as_str() == text).ok_or(Flaw::NotAChoice)
    }
}

impl From<StateCategory> for View {
    fn from(state: StateCategory) -> Self {
        match state {
            StateCategory::New => Self::New,
            StateCategory::Open => Self::Open,
            StateCategory::Waiting => Self::Waiting,
            StateCategory::Resolved => Self::Resolved,
            StateCategory::Closed => Self::Closed,
        }
    }
}

impl std::str::FromStr for View {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        Self::ALL.into_iter().find(|view| view.as_str() == text).ok_or(Flaw::NotAChoice)
    }
}

impl Shelf {
    pub const ALL: [Self; 3] = [Self::Mine, Self::Queue, Self::Waiting];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Queue => "queue",
            Self::Waiting => "waiting",
        }
    }
}

impl std::str::FromStr for Shelf {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        Self::ALL.into_iter().find(|shelf| shelf.as_str() == text).ok_or(Flaw::NotAChoice)
    }
}

impl Cursor {
    pub const fn after_ticket(rank: Timestamp, id: TicketId) -> Self {
        Self { rank: rank.0, id: id.0 }
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.rank, self.id)
    }
}

impl std::str::FromStr for Cursor {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        let (rank, id) = text.split_once('.').ok_or(Flaw::Unknown)?;
        let number = |part: &str| part.parse().map_err(|_| Flaw::Unknown);
        Ok(Self { rank: number(rank)?, id: number(id)? })
    }
}

impl TryFrom<String> for Cursor {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        text.parse()
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> Self {
        cursor.to_string()
    }
}
