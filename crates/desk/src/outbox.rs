//! Operating other systems, effectively once (J-02, leap 1).
//!
//! A promise is written with the step that wants it. Then, in this order and with no transaction
//! open in between: [`calling`] notes that it is being sent and sends it, [`settling`] writes down
//! what came back and moves the ticket. Whoever dies anywhere leaves a job behind that is done again,
//! with the same key and the same words.

mod calling;
mod particulars;
mod settling;

pub(crate) use particulars::particulars;

use domain::connector::operation::Call;
use domain::connector::{ConnectorKey, OperationKey};
use domain::event::What;
use domain::flow::kind::ActionCall;
use domain::id::{OutboxId, TaskId};
use domain::job::Job;
use domain::outbox::{Action, OutboxItem, OutboxState};
use domain::template::{Missing, Particulars};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use store::{jobs, outbox};

use crate::Result;
use crate::work::{Case, Work};

/// What another system is asked to do: `refund` of `shop`, with what the ticket does not know.
#[derive(Clone, Debug)]
pub struct Errand {
    pub connector: ConnectorKey,
    pub operation: OperationKey,
    pub with: Particulars,
}

impl Work<'_> {
    /// A step of the flow asks for it.
    pub(crate) async fn promise_step(
        &mut self,
        case: &Case,
        task: TaskId,
        call: &ActionCall,
    ) -> Result<()> {
        let ActionCall { connector, operation } = call;
        let (connector, operation) = (ConnectorKey::new(connector), OperationKey::new(operation));
        let errand = Errand { connector, operation, with: Particulars::default() };
        self.promise_action(case, task, errand).await
    }

    /// Promises that another system will be asked, for a task that waits for the answer. What cannot
    /// be put together is promised, too: it comes back refused, the way every other failure does.
    pub(crate) async fn promise_action(
        &mut self,
        case: &Case,
        task: TaskId,
        errand: Errand,
    ) -> Result<()> {
        let action = self.action(&errand);
        let known = particulars(&mut self.tx, &self.catalogue, &case.ticket).await?;
        let known = known.and(errand.with);
        let item = OutboxItem {
            id: OutboxId(0),
            key: self.key_for(task),
            ticket: case.ticket.id,
            task,
            call: self.call(&action, &known),
            action: action.clone(),
            state: OutboxState::Queued,
            tries: 0,
            reason: None,
            reference: None,
            outside: None,
            created_at: self.now,
            settled_at: None,
        };
        let id = outbox::insert(&mut self.tx, &item).await?;
        jobs::push(&mut self.tx, &Job::CallOut { item: id }, self.now).await?;
        self.record(case.ticket.id, What::ExternalActionRequested { task, action });
        Ok(())
    }

    /// Under its name, as far as it has been declared.
    pub(crate) fn action(&self, errand: &Errand) -> Action {
        let Errand { connector, operation, with: _ } = errand;
        let declared = self.catalogue.connectors.get(connector);
        let whose = declared.map_or(connector.as_str(), |declared| declared.name.as_str());
        let named = declared.and_then(|declared| declared.operation(operation));
        let what = named.map_or(operation.as_str(), |named| named.name.as_str());
        let name = format!("{whose} · {what}");
        Action { connector: connector.clone(), operation: operation.clone(), name }
    }

    fn call(&self, action: &Action, known: &Particulars) -> Result<Call, Missing> {
        let Action { connector, operation, name: _ } = action;
        let declared = self.catalogue.connectors.get(connector);
        let named = declared.and_then(|declared| declared.operation(operation));
        named.ok_or_else(|| Missing(format!("{connector}.{operation}")))?.call(known)
    }

    /// No two promises have the same, of any desk: it is made of the desk's own secret. The time is
    /// in it because a restored backup gives the same ids out once more.
    fn key_for(&self, task: TaskId) -> String {
        let mut digest = Hmac::<Sha256>::new_from_slice(&self.desk.secret)
            .unwrap_or_else(|_| unreachable!("a key of any length will do"));
        digest.update(format!("outbox {task} {}", self.now.0).as_bytes());
        let bytes = digest.finalize().into_bytes();
        let hex =
            bytes.iter().take(16).fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        format!("gd-{task}-{hex}")
    }
}
