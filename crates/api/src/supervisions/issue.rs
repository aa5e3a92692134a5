//! Laying a requirement over tickets.

use axum::extract::State;
use axum::http::StatusCode;
use desk::{Desk, Issued, NewSupervision};
use domain::id::DepartmentId;
use domain::page::Handed;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::SupervisionBody;
use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::Json;
use crate::moment::Moment;
use crate::reference::{IdRef, NumberRef};

/// What is required, by when, and for which tickets.
#[derive(Deserialize, ToSchema)]
pub(crate) struct OrderBody {
    #[schema(min_items = 1, max_items = 500)]
    tickets: Vec<NumberRef>,
    /// Whose leader has to answer. Without it, each ticket's own department.
    department: Option<IdRef>,
    #[schema(min_length = 1, max_length = 500, pattern = r"\S", examples("今天内解决并答复客户"))]
    requirement: String,
    deadline: Moment,
    /// Hours between two reports.
    #[schema(minimum = 1, maximum = 720)]
    report_every: Option<u16>,
}

/// One supervision for each department, and what became of each ticket.
#[derive(Serialize, ToSchema)]
pub(crate) struct IssuedBody {
    supervisions: Vec<SupervisionBody>,
    results: Vec<SupervisedTicketBody>,
}

/// What became of a ticket.
#[derive(Serialize, ToSchema)]
pub(crate) struct SupervisedTicketBody {
    #[schema(examples("GD-20417"))]
    number: String,
    supervised: bool,
    /// Why it is not, in a word.
    #[schema(examples("not_now"))]
    refused: Option<String>,
}

impl From<Handed> for SupervisedTicketBody {
    fn from(Handed { number, refused }: Handed) -> Self {
        Self { number: number.to_string(), supervised: refused.is_none(), refused }
    }
}

/// Lay a requirement with a deadline over tickets, in one transaction.
#[utoipa::path(post, path = "/supervisions", tag = "supervisions",
    operation_id = "create_supervision", request_body = OrderBody,
    responses(
        (status = 201, description = "What was issued", body = IssuedBody),
        (status = 404, description = "None of the tickets is there"),
    ))]
pub(crate) async fn create_supervision(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Json(order): Json<OrderBody>,
) -> Result<(StatusCode, axum::Json<IssuedBody>), ApiError> {
    let OrderBody { tickets, department, requirement, deadline, report_every } = order;
    let new = NewSupervision {
        tickets: tickets.into_iter().map(|number| number.0).collect(),
        department: department.map(|id| DepartmentId(id.0)),
        requirement,
        deadline: deadline.into(),
        report_every,
    };
    let Issued { supervisions: issued, tickets } = desk.supervise(&actor, new).await?;
    let mut supervisions = Vec::with_capacity(issued.len());
    for id in issued {
        supervisions.push(desk.supervision(&actor, id).await?.supervision.into());
    }
    let results = tickets.into_iter().map(Into::into).collect();
    Ok((StatusCode::CREATED, axum::Json(IssuedBody { supervisions, results })))
}
