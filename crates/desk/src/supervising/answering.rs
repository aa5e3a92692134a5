//! What the supervised side does: acknowledge 签收 and report 反馈.

use domain::actor::Actor;
use domain::event::{By, What};
use domain::id::SupervisionId;
use domain::supervision::{ReportKind, SupervisionAct};
use domain::text::Report;
use store::supervisions::reports;

use crate::{Desk, DeskError, Result};

impl Desk {
    /// Says that it was read. Once for each level.
    pub async fn acknowledge_supervision(&self, actor: &Actor, id: SupervisionId) -> Result<()> {
        let me = actor.agent().ok_or(DeskError::Forbidden)?.id;
        let mut work = self.work(actor).await?;
        let matter = work.matter_for(actor, SupervisionAct::Acknowledge, id).await?;
        let before = &matter.supervision;
        let after = before.acknowledge(work.now).ok_or(DeskError::NotNow(before.state.as_str()))?;

        let what = What::SupervisionAcknowledged { supervision: id };
        work.settle(&matter, &after, By::Agent(me), &what).await?;
        work.commit().await
    }

    /// Says how far it is, or that it is done. Done is not lifted: that is the issuer's to say.
    pub async fn report_on_supervision(
        &self,
        actor: &Actor,
        id: SupervisionId,
        kind: ReportKind,
        report: String,
    ) -> Result<()> {
        let me = actor.agent().ok_or(DeskError::Forbidden)?.id;
        let report = Report::try_from(report).map_err(|flaw| DeskError::invalid("report", flaw))?;
        let mut work = self.work(actor).await?;
        let matter = work.matter_for(actor, SupervisionAct::Report, id).await?;
        let before = &matter.supervision;
        let after =
            before.report(kind, work.now).ok_or(DeskError::NotNow(before.state.as_str()))?;

        let now = work.now;
        reports::add(&mut work.tx, id, me, kind, &report, now).await?;
        let report = report.into();
        let what = What::SupervisionReported { supervision: id, report, said: kind };
        work.settle(&matter, &after, By::Agent(me), &what).await?;
        work.commit().await
    }
}
