//! A ticket, as programs see it.

use domain::page::TicketPage;
use domain::ticket::{Rating, Ticket, Wait};
use serde::Serialize;
use utoipa::ToSchema;

use crate::customers::CustomerCardBody;
use crate::moment::Moment;
use crate::reference::{AttachmentBody, GroupBody, PersonBody};
use crate::supervisions::{SupervisionBody, TroubleBody};
use crate::tickets::IdentityCheckBody;
use crate::tickets::parts::{FieldValueBody, LinkedBody, StepBody, TaskBody};
use crate::words::{
    ImportanceWord, PermissionWord, PriorityWord, ResolutionWord, StateWord, SubstateWord,
    TriggerWord, UrgencyWord,
};

/// A ticket.
#[derive(Serialize, ToSchema)]
pub(crate) struct TicketBody {
    #[schema(examples(20417))]
    id: i64,
    /// What people read aloud on the phone.
    #[schema(examples("GD-20417"))]
    number: String,
    #[schema(examples("收到假货"))]
    subject: String,
    category_id: i64,
    /// The names from the top.
    #[schema(examples(json!(["投诉", "已购买", "商家售假"])))]
    category: Vec<String>,
    /// The door it came through, by its name.
    #[schema(examples("接口"))]
    channel: String,
    /// What set it in motion.
    triggered_by: TriggerWord,
    state: StateWord,
    substate: SubstateWord,
    priority: PriorityWord,
    urgency: UrgencyWord,
    importance: ImportanceWord,
    group: GroupBody,
    department_id: i64,
    /// Who answers to the customer for the whole of it.
    owner: Option<PersonBody>,
    customer: CustomerCardBody,
    /// The promise that breaks first; `null` when nothing is due.
    due_at: Option<Moment>,
    first_response_due_at: Option<Moment>,
    first_responded_at: Option<Moment>,
    resolution_due_at: Option<Moment>,
    overdue: bool,
    waiting: Option<WaitingBody>,
    resolution: Option<ResolutionWord>,
    resolved_at: Option<Moment>,
    closed_at: Option<Moment>,
    reopens: u32,
    urges: u32,
    transfers: u32,
    /// The newest check of who asks; it counts while it stands.
    identity_check: Option<IdentityCheckBody>,
    /// Supervisions that were not lifted yet.
    supervisions: Vec<SupervisionBody>,
    /// Why it runs badly, if it does.
    troubles: Vec<TroubleBody>,
    rating: Option<RatingBody>,
    /// The ticket this one goes on in.
    merged_into: Option<String>,
    steps: Vec<StepBody>,
    /// Tasks that are not over.
    tasks: Vec<TaskBody>,
    fields: Vec<FieldValueBody>,
    attachments: Vec<AttachmentBody>,
    links: Vec<LinkedBody>,
    followers: Vec<PersonBody>,
    /// The newest public message; send it as `seen` with a reply to be told of a newer one.
    newest_message: Option<i64>,
    /// What this token may do with this ticket now.
    may: Vec<PermissionWord>,
    created_at: Moment,
    updated_at: Moment,
}

/// What a ticket waits for.
#[derive(Serialize, ToSchema)]
pub(crate) struct WaitingBody {
    reason: String,
    /// When it comes back by itself.
    wake_at: Option<Moment>,
}

/// What the customer thought of it: 1 (bad) to 5 (good).
#[derive(Serialize, ToSchema)]
pub(crate) struct RatingBody {
    #[schema(minimum = 1, maximum = 5)]
    result: u8,
    #[schema(minimum = 1, maximum = 5)]
    process: Option<u8>,
    at: Moment,
}

impl From<TicketPage> for TicketBody {
    #[expect(clippy::too_many_lines, reason = "one line for each member")]
    fn from(page: TicketPage) -> Self {
        let TicketPage {
            ticket,
            number,
            category,
            channel,
            owner,
            group,
            escalates_to: _, // known by who works in the group
            steps,
            tasks,
            asked: _,
            outcomes: _,
            timeline: _, // has an address of its own
            customer,
            fields,
            followers,
            following: _,
            identity,
            attachments,
            links,
            supervisions,
            troubles,
            drafts: _, // for the page where they are written
            present: _,
            may,
            newest_message,
        } = page;
        let due_at = ticket.due_at().map(Into::into);
        let Ticket {
            id,
            subject,
            category: category_id,
            channel: _,
            trigger,
            requester: _,
            owner: _,
            group: _,
            department,
            flow: _,
            state,
            urgency,
            importance,
            priority,
            clocks,
            overdue,
            wait,
            resolution,
            resolved_at,
            closed_at,
            reopens,
            urges,
            transfers,
            supervised: _, // as many as there are supervisions
            stuck: _,      // when there are troubles
            rating,
            merged_into,
            created_at,
            updated_at,
        } = ticket;
        Self {
            id: id.0,
            number: number.to_string(),
            subject: subject.into(),
            category_id: category_id.0,
            category,
            channel,
            triggered_by: trigger.into(),
            state: state.category().into(),
            substate: state.into(),
            priority: priority.into(),
            urgency: urgency.into(),
            importance: importance.into(),
            group: group.into(),
            department_id: department.0,
            owner: owner.map(Into::into),
            customer: customer.into(),
            due_at,
            first_response_due_at: clocks.first_response_due.map(Into::into),
            first_responded_at: clocks.first_responded_at.map(Into::into),
            resolution_due_at: clocks.resolution_due.map(Into::into),
            overdue,
            waiting: wait.map(Into::into),
            resolution: resolution.map(Into::into),
            resolved_at: resolved_at.map(Into::into),
            closed_at: closed_at.map(Into::into),
            reopens,
            urges,
            transfers,
            identity_check: identity.map(Into::into),
            supervisions: supervisions.into_iter().map(Into::into).collect(),
            troubles: troubles.into_iter().map(Into::into).collect(),
            rating: rating.map(Into::into),
            merged_into: merged_into.map(|into| into.number().to_string()),
            steps: steps.into_iter().map(Into::into).collect(),
            tasks: tasks.into_iter().map(Into::into).collect(),
            fields: fields.into_iter().map(Into::into).collect(),
            attachments: attachments.into_iter().map(Into::into).collect(),
            links: links.into_iter().map(Into::into).collect(),
            followers: followers.into_iter().map(Into::into).collect(),
            newest_message: newest_message.map(|message| message.0),
            may: may.into_iter().map(Into::into).collect(),
            created_at: created_at.into(),
            updated_at: updated_at.into(),
        }
    }
}

impl From<Wait> for WaitingBody {
    fn from(Wait { reason, wake_at }: Wait) -> Self {
        Self { reason, wake_at: wake_at.map(Into::into) }
    }
}

impl From<Rating> for RatingBody {
    fn from(Rating { result, process, at }: Rating) -> Self {
        Self {
            result: result.get(),
            process: process.map(domain::ticket::Stars::get),
            at: at.into(),
        }
    }
}
