//! Sending what was promised.

use channels::Request;
use domain::connector::Connector;
use domain::connector::operation::Call;
use domain::id::OutboxId;
use domain::job::Done;
use domain::outbox::{ActionOutcome, Answer, OutboxItem, OutboxState, Trouble, Verdict, judge};
use domain::time::Span;
use store::{Tx, connectors, jobs, outbox};

use crate::{Desk, Result};

/// Between the end of somebody's patience with the other system and the next one's turn.
const MARGIN: Span = Span::seconds(5);

/// What there is to do about an item.
enum Turn {
    Nothing,
    Ask {
        item: OutboxItem,
        call: Call,
        request: Box<Request>,
    },
    /// There is nobody to ask, or no more use in asking.
    Say(OutboxItem, Verdict),
}

impl Desk {
    /// Sends one item once and settles what came of it.
    pub(crate) async fn call_out(&self, item: OutboxId, job: i64) -> Result<Done> {
        match self.begin_call(item, job).await? {
            Turn::Nothing => Ok(Done::Obsolete),
            Turn::Say(item, verdict) => self.settle_call(&item, verdict).await,
            Turn::Ask { item, call, request } => {
                let answer = self.http.ask(&request).await;
                self.settle_call(&item, judge(&call, item.tries, &answer)).await
            }
        }
    }

    /// Writes down that it is being sent, before it is.
    async fn begin_call(&self, id: OutboxId, job: i64) -> Result<Turn> {
        let mut tx = self.store.begin().await?;
        let item = outbox::lock(&mut tx, id).await?.filter(|item| !item.state.is_settled());
        let Some(mut item) = item else { return Ok(Turn::Nothing) };
        let call = match &item.call {
            Ok(call) => call.clone(),
            Err(missing) => {
                let reason = format!("incomplete: {}", missing.0);
                let verdict = Verdict::Settled(ActionOutcome::Refused { reason });
                return Ok(Turn::Say(item, verdict));
            }
        };
        if item.tries >= call.patience.tries {
            // Whoever sent it last did not live to hear the answer.
            let trouble = Trouble::CutOff;
            return Ok(Turn::Say(item, Verdict::Settled(ActionOutcome::Unknown { trouble })));
        }
        item.tries += 1;
        let Some(request) = self.request(&mut tx, &item, &call).await? else {
            let answer = Answer::Nothing(Trouble::NotConnected);
            let verdict = judge(&call, item.tries, &answer);
            return Ok(Turn::Say(item, verdict));
        };
        item.state = OutboxState::Sent;
        outbox::update(&mut tx, &item).await?;
        jobs::hold(&mut tx, job, self.clock.now() + request.timeout + MARGIN).await?;
        tx.commit().await?;
        Ok(Turn::Ask { item, call, request: Box::new(request) })
    }

    /// `None` when the connector is gone, or its secret cannot be opened.
    async fn request(
        &self,
        tx: &mut Tx,
        item: &OutboxItem,
        call: &Call,
    ) -> Result<Option<Request>> {
        let Some(kept) = connectors::find(tx, &item.action.connector).await? else {
            return Ok(None);
        };
        let Ok(secret) = self.secret_of(&kept) else { return Ok(None) };
        let Connector { base_url, hosts, timeout, .. } = kept.connector;
        Ok(Some(Request {
            base_url,
            hosts,
            timeout,
            method: call.method,
            path: call.path.clone(),
            body: call.body.clone(),
            key: Some(item.key.clone()),
            secret,
            at: self.clock.now(),
        }))
    }
}
