//! How bodies speak of people, groups and tickets.

use desk::Desk;
use domain::actor::Actor;
use domain::id::{AgentId, GroupId, TicketId, TicketNumber};
use domain::invalid::Flaw;
use domain::message::Attachment;
use domain::org::{GroupName, Person};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::error::ApiError;

/// Fifteen digits: every program reads them exactly, JavaScript too.
pub(crate) const MAX_ID: i64 = 999_999_999_999_999;

/// An id in a body.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "i64")]
#[schema(value_type = i64, minimum = 1, maximum = 999_999_999_999_999_i64)]
pub(crate) struct IdRef(pub i64);

impl TryFrom<i64> for IdRef {
    type Error = &'static str;

    fn try_from(id: i64) -> Result<Self, Self::Error> {
        let known = (1..=MAX_ID).contains(&id).then_some(Self(id));
        known.ok_or("this is not an id between 1 and 999999999999999")
    }
}

/// An agent.
#[derive(Serialize, ToSchema)]
pub(crate) struct PersonBody {
    #[schema(examples(7))]
    id: i64,
    #[schema(examples("张琪"))]
    name: String,
}

impl From<Person> for PersonBody {
    fn from(Person { id, name }: Person) -> Self {
        Self { id: id.0, name }
    }
}

/// A working group.
#[derive(Serialize, ToSchema)]
pub(crate) struct GroupBody {
    #[schema(examples(3))]
    id: i64,
    #[schema(examples("售后一组"))]
    name: String,
}

impl From<GroupName> for GroupBody {
    fn from(GroupName { id, name }: GroupName) -> Self {
        Self { id: id.0, name }
    }
}

/// A file.
#[derive(Serialize, ToSchema)]
pub(crate) struct AttachmentBody {
    #[schema(examples(12))]
    id: i64,
    #[schema(examples("凭证.png"))]
    name: String,
    /// Found by looking at the content.
    #[schema(examples("image/png"))]
    media_type: String,
    /// Bytes.
    #[schema(examples(48211))]
    size: u64,
}

impl From<Attachment> for AttachmentBody {
    fn from(Attachment { id, name, media_type, size }: Attachment) -> Self {
        Self { id: id.0, name, media_type, size }
    }
}

/// A ticket in a body: `"GD-20417"`, `"20417"` or `20417`.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(try_from = "NumberText")]
#[schema(value_type = String, pattern = "^(GD-)?[1-9][0-9]{0,14}$", examples("GD-20417"))]
pub(crate) struct NumberRef(pub TicketId);

#[derive(Deserialize)]
#[serde(untagged, expecting = "a ticket number such as GD-20417")]
enum NumberText {
    Id(IdRef),
    Number(String),
}

impl TryFrom<NumberText> for NumberRef {
    type Error = &'static str;

    fn try_from(text: NumberText) -> Result<Self, Self::Error> {
        let number: Option<TicketNumber> = match text {
            NumberText::Id(IdRef(id)) => Some(TicketId(id).number()),
            NumberText::Number(text) => text.parse().ok(),
        };
        number.map(|number| Self(number.0)).ok_or("this is not a ticket number such as GD-20417")
    }
}

/// Whom work is handed to: by id, or by name.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
pub(crate) struct Receiver {
    /// The group whose queue it goes to.
    group_id: Option<IdRef>,
    /// The group by its name, instead of `group_id`.
    #[schema(examples("售后一组"))]
    group: Option<String>,
    /// The person it goes to.
    agent_id: Option<IdRef>,
    /// The person by name, instead of `agent_id`.
    #[schema(examples("张琪"))]
    agent: Option<String>,
}

impl Receiver {
    /// Who is meant. Nobody at all is a flaw.
    pub async fn find(
        self,
        desk: &Desk,
        actor: &Actor,
    ) -> Result<(Option<GroupId>, Option<AgentId>), ApiError> {
        let group = match (self.group_id, self.group) {
            (Some(id), _) => Some(GroupId(id.0)),
            (None, Some(name)) => Some(group_called(desk, actor, &name).await?),
            (None, None) => None,
        };
        let agent = match (self.agent_id, self.agent) {
            (Some(id), _) => Some(AgentId(id.0)),
            (None, Some(name)) => Some(agent_called(desk, actor, &name).await?),
            (None, None) => None,
        };
        match (group, agent) {
            (None, None) => Err(ApiError::invalid("group_id", Flaw::Blank)),
            somebody => Ok(somebody),
        }
    }
}

async fn group_called(desk: &Desk, actor: &Actor, name: &str) -> Result<GroupId, ApiError> {
    let groups = desk.groups(actor).await?;
    let found = groups.into_iter().find(|group| group.name == name.trim());
    found.map(|group| group.id).ok_or_else(|| ApiError::invalid("group", Flaw::Unknown))
}

/// A name that two people share means neither.
async fn agent_called(desk: &Desk, actor: &Actor, name: &str) -> Result<AgentId, ApiError> {
    let colleagues = desk.colleagues(actor).await?;
    let mut found = colleagues.into_iter().filter(|colleague| colleague.name == name.trim());
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one.id),
        (None, _) => Err(ApiError::invalid("agent", Flaw::Unknown)),
        (Some(_), Some(_)) => Err(ApiError::invalid("agent", Flaw::NotAChoice)),
    }
}
