//! What partners said line by line, read from the lines and the signatures.

use domain::case_file::{Confirmed, ConfirmedLine, Signed};
use domain::confirming::{Line, Signature};
use domain::id::{PartnerId, TicketId};
use domain::message::Attachment;
use domain::task::Task;
use store::{Tx, attachments, signatures, task_lines};

use super::works::Works;
use crate::{Result, task_views};

/// In the order they were asked. What was laid down and not asked yet is nobody's word.
pub(super) async fn of(tx: &mut Tx, ticket: TicketId, works: &Works<'_>) -> Result<Vec<Confirmed>> {
    let lines = task_lines::of_ticket(tx, ticket).await?;
    let mut all = Vec::new();
    for task in works.tasks {
        let Some(partner) = task.partner else { continue };
        let own = lines.iter().filter(|(whose, _)| *whose == Some(task.id));
        let own: Vec<&Line> = own.map(|(_, line)| line).collect();
        if !own.is_empty() {
            all.push(one(tx, task, partner, &own, works).await?);
        }
    }
    Ok(all)
}

async fn one(
    tx: &mut Tx,
    task: &Task,
    partner: PartnerId,
    lines: &[&Line],
    works: &Works<'_>,
) -> Result<Confirmed> {
    let files = attachments::of_task(tx, task.id).await?;
    Ok(Confirmed {
        task: task.id,
        name: task_views::name(task, works.flow),
        partner,
        partner_name: works.names.partner(partner),
        lines: lines.iter().map(|line| tell(line, &files)).collect(),
        signature: signatures::of_task(tx, task.id).await?.map(signed),
    })
}

fn tell(line: &Line, files: &[Attachment]) -> ConfirmedLine {
    let decision = line.decision.as_ref();
    let photo = decision.and_then(|it| it.photo);
    let photo = photo.and_then(|photo| files.iter().find(|file| file.id == photo));
    ConfirmedLine {
        label: line.label.clone(),
        amount: line.amount,
        verdict: decision.map(|it| it.verdict),
        comment: decision.and_then(|it| it.comment.clone()),
        photo: photo.map(|file| file.name.clone()),
    }
}

fn signed(Signature { name, attachment, sha256, at }: Signature) -> Signed {
    Signed { name, drawn: attachment.is_some(), sha256, at }
}
