//! A large desk, and everything that is asked of it all day.

use std::sync::Arc;

use desk::{Desk, Fittings};
use domain::actor::Actor;
use domain::behind::{BehindQuery, Number};
use domain::id::{AgentId, GroupId, TicketId};
use domain::list::{Cursor, PageSize, Shelf, TicketQuery, View};
use domain::supervision::{Days, SupervisionQuery, SupervisionsOf};
use domain::ticket::Trigger;
use store::Store;
use store::files::Files;
use testkit::{Mailbox, TestClock, postgres};

/// Two of the made-up people and one of their groups.
const AGENT: &str = "bench-agent-7";
const LEADER: &str = "bench-leader-1";
const GROUP: GroupId = GroupId(1002);
const TICKETS: i64 = 5_000;

pub struct Large {
    pub store: Store,
    desk: Desk,
    folder: tempfile::TempDir,
}

impl Large {
    pub async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("large.db").display());
        Self::fill(&url, folder).await
    }

    /// Every connection explains what it runs.
    pub async fn on_postgres() -> Self {
        const EXPLAINING: &str = "options=-c%20session_preload_libraries%3Dauto_explain\
            %20-c%20auto_explain.log_min_duration%3D0%20-c%20auto_explain.log_level%3Dnotice";
        let url = tokio::task::spawn_blocking(|| postgres::server().create("plans", None));
        let url = url.await.unwrap();
        let this = Box::pin(Self::fill(&url, tempfile::tempdir().unwrap())).await;
        this.desk.shut();
        this.store.close().await;
        Self::open(&format!("{url}?{EXPLAINING}"), this.folder).await
    }

    async fn fill(url: &str, folder: tempfile::TempDir) -> Self {
        let this = Self::open(url, folder).await;
        let now = desk::Clock::now(&TestClock::default());
        store::bench_data::fill(&this.store, TICKETS, now).await.unwrap();
        this
    }

    async fn open(url: &str, folder: tempfile::TempDir) -> Self {
        let store = Store::open(url).await.unwrap();
        let files = format!("file:{}", folder.path().join("files").display());
        let files = Files::open(&files).await.unwrap();
        let fittings = Fittings::for_tests(Arc::new(Mailbox::default()));
        let clock = Arc::new(TestClock::default());
        let desk = Desk::open(store.clone(), files, clock, fittings).await.unwrap();
        Self { store, desk, folder }
    }

    async fn known(&self, login: &str) -> Actor {
        self.desk.agent_by_login(login).await.unwrap().unwrap()
    }
}

pub async fn ask_everything(large: &Large) {
    let (agent, leader) = (large.known(AGENT).await, large.known(LEADER).await);
    let admin = large.known("bench-admin").await;
    for actor in [&agent, &leader, &admin] {
        ask_for_lists(&large.desk, actor).await;
        large.desk.counts(actor).await.unwrap();
    }
    for actor in [&leader, &admin] {
        large.desk.board(actor).await.unwrap();
        large.desk.supervision_board(actor, Days::default()).await.unwrap();
        ask_behind_numbers(&large.desk, actor).await;
        ask_for_supervisions(&large.desk, actor).await;
    }
    ask_for_pages(&large.desk, &admin).await;
    let mut tx = large.store.read().await.unwrap();
    store::live::since(&mut tx, "0-17".parse().unwrap(), 100).await.unwrap();
}

async fn ask_for_supervisions(desk: &Desk, actor: &Actor) {
    for of in SupervisionsOf::ALL {
        let query = SupervisionQuery { of, ..SupervisionQuery::default() };
        desk.supervisions(actor, query).await.unwrap();
    }
}

async fn ask_behind_numbers(desk: &Desk, actor: &Actor) {
    let busy = desk.board(actor).await.unwrap().people.first().map(|person| person.agent);
    for number in Number::ALL {
        let first = BehindQuery { person: busy, ..BehindQuery::of(number) };
        let after = Some(Cursor { rank: 1_767_000_000_000, id: 20_100 });
        desk.behind(actor, BehindQuery { after, ..first.clone() }).await.unwrap();
        desk.behind(actor, first).await.unwrap();
    }
}

async fn ask_for_lists(desk: &Desk, actor: &Actor) {
    let after = Some(Cursor { rank: 1_767_000_000_000, id: 20_100 });
    for shelf in Shelf::ALL {
        desk.worklist(actor, shelf, None, None, PageSize::default()).await.unwrap();
        desk.worklist(actor, shelf, None, after, PageSize::default()).await.unwrap();
    }
    for view in View::ALL {
        let all = TicketQuery { view, ..TicketQuery::default() };
        let of_group = TicketQuery { group: Some(GROUP), ..all.clone() };
        let of_owner = TicketQuery { owner: Some(AgentId(1008)), ..all.clone() };
        let by_system = TicketQuery { trigger: Some(Trigger::System), ..all.clone() };
        for query in [all, of_group, of_owner, by_system] {
            desk.tickets(actor, TicketQuery { after, ..query.clone() }).await.unwrap();
            desk.tickets(actor, query).await.unwrap();
        }
    }
    for words in ["退款", "退款 张", "王小美", "20417", "漏水"] {
        let query = TicketQuery { words: Some(words.into()), ..TicketQuery::default() };
        let page = desk.tickets(actor, query.clone()).await.unwrap();
        desk.tickets(actor, TicketQuery { after: page.next, ..query }).await.unwrap();
    }
}

async fn ask_for_pages(desk: &Desk, admin: &Actor) {
    let id = TicketId(20_417);
    let page = desk.ticket_page(admin, id).await.unwrap();
    desk.timeline(admin, id, page.timeline.older).await.unwrap();
    let customer = Actor::Customer(page.ticket.requester);
    desk.progress(&customer, id).await.unwrap();
    desk.my_tickets(&customer, None).await.unwrap();
    let query = TicketQuery { words: Some("退款".into()), ..TicketQuery::default() };
    desk.tickets(&customer, query).await.unwrap();
    desk.customer(admin, page.ticket.requester).await.unwrap();
}
