//! The ticket that is open, for every part of the pane.

use std::future::Future;

use domain::actor::Permission;
use domain::id::TicketNumber;
use domain::page::{Me, TaskView, TicketPage};
use domain::state::StateCategory;
use leptos::prelude::*;

use crate::error::AppError;
use crate::live::live;
use crate::ui::Deed;

#[derive(Clone, Copy)]
pub struct Open {
    pub number: TicketNumber,
    pub page: RwSignal<TicketPage>,
    pub me: StoredValue<Me>,
    /// Says that it changed; made where the news is known, for handlers do not know where they are.
    changed: Callback<()>,
}

impl Open {
    pub fn new(number: TicketNumber, me: Me, page: RwSignal<TicketPage>) -> Self {
        let live = live();
        let changed = Callback::new(move |()| live.touch(number));
        Self { number, page, me: StoredValue::new(me), changed }
    }

    /// One part of the page; who follows it is told only when that part changes.
    pub fn part<T>(self, of: impl Fn(&TicketPage) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| of(&self.page.read()))
    }

    /// Grows each time the ticket was read anew. What else belongs to the ticket asks after it, not
    /// after the stream: a ticket that has left one's reach is noticed once, and not by every part.
    pub fn news(self) -> Signal<u64> {
        let read = Memo::new(move |before: Option<&u64>| {
            self.page.track();
            before.map_or(0, |before| before + 1)
        });
        read.into()
    }

    pub fn may(self, permission: Permission) -> Memo<bool> {
        self.part(move |page| page.may.contains(&permission))
    }

    pub fn state(self) -> Memo<StateCategory> {
        self.part(|page| page.ticket.state.category())
    }

    /// The task I have, if I have one.
    pub fn my_task(self) -> Memo<Option<TaskView>> {
        let me = self.me.with_value(|me| me.id);
        self.part(move |page| page.tasks.iter().find(|task| task.is_mine(me)).cloned())
    }

    /// Every task I have, in the order they were opened.
    pub fn my_tasks(self) -> Memo<Vec<TaskView>> {
        let me = self.me.with_value(|me| me.id);
        self.part(move |page| page.tasks.iter().filter(|task| task.is_mine(me)).cloned().collect())
    }

    /// The task I could take.
    pub fn free_task(self) -> Memo<Option<TaskView>> {
        self.part(|page| {
            let mut all = page.tasks.iter().chain(&page.asked);
            all.find(|view| view.may_claim).cloned()
        })
    }

    /// Shows how it is now.
    pub fn refresh(self) {
        self.changed.run(());
    }

    /// Does something to the ticket, then shows how it is now.
    pub fn act<T: 'static>(
        self,
        deed: Deed,
        work: impl Future<Output = Result<T, AppError>> + 'static,
        then: impl FnOnce(T) + 'static,
    ) {
        deed.run(work, move |done| {
            self.refresh();
            then(done);
        });
    }
}

/// The ticket this part is a part of.
pub fn open() -> Open {
    expect_context()
}
