//! Telling a partner's people that something waits for them.

use domain::actor::Actor;
use domain::event::What;
use domain::flow::Step;
use domain::flow::kind::StepKind;
use domain::id::TaskId;
use domain::job::{Done, Job};
use domain::partner::PartnerContact;
use store::{partner_contacts, task_lines};

use crate::work::{Case, Work};
use crate::{Desk, Result};

impl Desk {
    /// Sends everybody of the partner their own link. Done twice, it is two letters and no harm.
    pub(crate) async fn invite_to(&self, task: TaskId) -> Result<Done> {
        let actor = Actor::System;
        let mut work = self.work(&actor).await?;
        let (case, found) = work.case_of_task(task).await?;
        let Some(partner) = found.partner.filter(|_| !found.state.is_over()) else {
            return Ok(Done::Obsolete);
        };
        let contacts = partner_contacts::of_partner(&mut work.tx, partner).await?;
        let active: Vec<&PartnerContact> = contacts.iter().filter(|it| it.active).collect();
        if active.is_empty() {
            tracing::warn!(task.id = %task, partner.id = %partner, "nobody there to be asked");
        }
        for contact in &active {
            work.record(case.ticket.id, What::PartnerInvited { task, contact: contact.id });
            self.write_to(contact, task, &case);
        }
        work.commit().await?;
        Ok(Done::Done)
    }

    fn write_to(&self, contact: &PartnerContact, task: TaskId, case: &Case) {
        let (number, name) = (case.ticket.id.number(), contact.name.as_str());
        let link = self.partner_address(task, contact);
        let body = format!(
            "{name}，您好：\n\n工单 {number} 有一项内容需要您处理，请打开下面的链接，用发到您手机或邮箱的验证码进入：\n\n\
             {link}\n\n链接 30 天内有效，只对您本人有效。"
        );
        let (phone, email) = (contact.phone.as_ref(), contact.email.as_ref());
        let places =
            [phone.map(domain::contact::Phone::as_str), email.map(domain::contact::Email::as_str)];
        for to in places.into_iter().flatten() {
            self.post.deliver(to, &format!("工单 {number} 待您处理"), &body);
        }
    }

    /// The whole link of one task for one contact.
    pub(super) fn partner_address(&self, task: TaskId, contact: &PartnerContact) -> String {
        format!("{}/p/{}", self.address, self.sign_partner_link(task, contact.id))
    }
}

impl Work<'_> {
    /// Promises that the partner of a task will hear of it.
    pub(crate) async fn invite(&mut self, task: TaskId) -> Result<()> {
        Ok(store::jobs::push(&mut self.tx, &Job::InvitePartner { task }, self.now).await?)
    }

    /// A step that is about lines takes over those that were laid down for it. Without any there is
    /// nothing to be asked yet.
    pub(crate) async fn invite_to_step(
        &mut self,
        case: &Case,
        task: TaskId,
        step: &Step,
    ) -> Result<()> {
        let ready = step.kind != StepKind::Confirmation
            || task_lines::take_over(&mut self.tx, case.ticket.id, task).await?;
        if ready { self.invite(task).await } else { Ok(()) }
    }
}
