//! `/api/v1/step_times`: how long the steps of each leaf take.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::step_times::{LeafTimes, StepTime, StepTimes};
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::moment::Moment;

/// What was done within ninety days, as it was learned last.
#[derive(Serialize, ToSchema)]
pub(crate) struct StepTimesBody {
    /// It is learned anew a few times a day; `null` before the first time.
    learned_at: Option<Moment>,
    /// Those that took most time first.
    items: Vec<LeafTimesBody>,
}

/// How long the steps of a leaf take.
#[derive(Serialize, ToSchema)]
pub(crate) struct LeafTimesBody {
    category_id: i64,
    /// The names from the top.
    path: Vec<String>,
    /// The key of the step that takes most of the leaf's time, where there is more than one.
    bottleneck: Option<String>,
    /// In the order of the flow.
    steps: Vec<StepTimeBody>,
}

/// How long a step takes, from when it was opened until it was done.
#[derive(Serialize, ToSchema)]
pub(crate) struct StepTimeBody {
    #[schema(examples("review"))]
    key: String,
    /// `null` where people asked each other beside the flow.
    name: Option<String>,
    /// Half of them were done within so many seconds.
    median_seconds: i64,
    /// Nine of ten were done within so many seconds.
    p90_seconds: i64,
    /// The part of the leaf's time spent in it, in per cent.
    share: i64,
    /// Out of so many.
    sample: u32,
}

impl From<StepTimes> for StepTimesBody {
    fn from(StepTimes { learned_at, leaves }: StepTimes) -> Self {
        let items = leaves.iter().map(Into::into).collect();
        Self { learned_at: learned_at.map(Into::into), items }
    }
}

impl From<&LeafTimes> for LeafTimesBody {
    fn from(leaf: &LeafTimes) -> Self {
        let step = |step: &StepTime| StepTimeBody {
            key: step.key.clone(),
            name: step.name.clone(),
            median_seconds: step.median.0 / 1_000,
            p90_seconds: step.p90.0 / 1_000,
            share: leaf.share(step),
            sample: step.sample,
        };
        Self {
            category_id: leaf.category.0,
            path: leaf.path.clone(),
            bottleneck: leaf.bottleneck().map(|step| step.key.clone()),
            steps: leaf.steps.iter().map(step).collect(),
        }
    }
}

/// Look at how long steps take, of the leaves whose boards one may see.
#[utoipa::path(get, path = "/step_times", tag = "board", operation_id = "list_step_times",
    responses((status = 200, description = "The times", body = StepTimesBody)))]
pub(crate) async fn list_step_times(
    State(desk): State<Desk>,
    Caller(actor): Caller,
) -> Result<Json<StepTimesBody>, ApiError> {
    Ok(Json(desk.step_times(&actor).await?.into()))
}
