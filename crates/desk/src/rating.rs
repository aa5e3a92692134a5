//! What the customer thought of it (K-01, K-04).

use domain::actor::Actor;
use domain::counter::Tally;
use domain::event::What;
use domain::id::TicketId;
use domain::state::StateCategory;
use domain::ticket::{Rating, Stars, Ticket};

use crate::tasks::optional_reason;
use crate::work::Work;
use crate::{Desk, DeskError, Result};

/// Four or five stars count as satisfied (L-10: the top two).
const GOOD: u8 = 4;

impl Desk {
    /// Only its customer rates a ticket, once it is resolved; a second rating takes the place of
    /// the first, and both stay in the story.
    pub async fn rate(
        &self,
        actor: &Actor,
        ticket: TicketId,
        result: Stars,
        process: Option<Stars>,
        comment: Option<String>,
    ) -> Result<()> {
        let comment = optional_reason("comment", comment)?;
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        if actor.customer() != Some(case.ticket.requester) {
            return Err(DeskError::Forbidden);
        }
        let over =
            matches!(case.ticket.state.category(), StateCategory::Resolved | StateCategory::Closed);
        if !over || case.ticket.state.is_final() {
            return Err(DeskError::NotNow(case.ticket.state.as_str()));
        }

        let at = work.now;
        let before = case.ticket.rating.replace(Rating { result, process, at });
        work.count_rating(&case.ticket, before, result);
        work.record(ticket, What::RatingGiven { result, process, comment });
        work.save(case).await?;
        work.commit().await
    }
}

impl Work<'_> {
    fn count_rating(&mut self, ticket: &Ticket, before: Option<Rating>, result: Stars) {
        let good = |stars: Stars| i64::from(stars.get() >= GOOD);
        let group = ticket.group;
        self.tally_by(ticket, Tally::Rated, group, i64::from(before.is_none()));
        let change = good(result) - before.map_or(0, |rating| good(rating.result));
        self.tally_by(ticket, Tally::RatedGood, group, change);
    }
}
