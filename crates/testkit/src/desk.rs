//! A desk for one test.

use std::ops::Deref;
use std::sync::Arc;

use desk::{Desk, Fittings};
use domain::actor::{Actor, AgentActor};
use domain::category::Leaf;
use domain::channel::Channel;
use domain::due::Targets;
use domain::flow::Flow;
use domain::id::{CategoryId, GroupId, TicketId};
use domain::list::{PageSize, Shelf, TaskRow};
use domain::page::{Filed, Filing};
use domain::priority::{Importance, Urgency};
use store::Store;
use store::files::Files;

use crate::cast::Cast;
use crate::{Database, Mailbox, Place, TestClock};

/// Everybody's.
pub const PASSWORD: &str = "mingtian-jian";

/// A desk, its clock, and the ids of those who play in every story.
pub struct TestDesk {
    desk: Desk,
    store: Store,
    pub database: Database,
    pub clock: Arc<TestClock>,
    pub mailbox: Arc<Mailbox>,
    pub cast: Cast,
    pub place: Place,
}

impl Deref for TestDesk {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        &self.desk
    }
}

impl TestDesk {
    pub async fn open(database: Database) -> Self {
        let (place, cast) = database.with_cast().await;
        let (clock, mailbox) = (Arc::new(TestClock::default()), Arc::new(Mailbox::default()));
        let (desk, store) = open(&place.url, &place, clock.clone(), mailbox.clone()).await;
        Self { desk, store, database, clock, mailbox, cast, place }
    }

    /// Another process at the same database and the same clock.
    pub async fn second_desk(&self) -> Desk {
        let Self { place, clock, mailbox, .. } = self;
        open(&place.url, place, clock.clone(), mailbox.clone()).await.0
    }

    /// To look behind the desk.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// 张琪, of 售后一组.
    pub async fn agent(&self) -> Actor {
        self.known("zhangqi").await
    }

    /// 刘洋, of the same group.
    pub async fn colleague(&self) -> Actor {
        self.known("liuyang").await
    }

    /// 陈静, of another group and another department.
    pub async fn outsider(&self) -> Actor {
        self.known("chenjing").await
    }

    /// 王主管, who leads 售后部.
    pub async fn leader(&self) -> Actor {
        self.known("wangzhuguan").await
    }

    /// 赵经理, who leads 投诉部.
    pub async fn other_leader(&self) -> Actor {
        self.known("zhaojingli").await
    }

    /// 林岚, who leads 客服中心 and so stands above both.
    pub async fn director(&self) -> Actor {
        self.known("linlan").await
    }

    /// Reads everything and changes nothing.
    pub async fn observer(&self) -> Actor {
        self.known("guanchayuan").await
    }

    pub async fn admin(&self) -> Actor {
        self.known("admin").await
    }

    /// 王小美, who has an account.
    pub const fn customer(&self) -> Actor {
        Actor::Customer(self.cast.customer)
    }

    /// 李建国, who has one, too.
    pub const fn other_customer(&self) -> Actor {
        Actor::Customer(self.cast.other_customer)
    }

    /// What 王小美 would send about a forged cosmetic.
    pub fn filing(&self) -> Filing {
        Filing {
            category: Some(self.cast.complaint),
            description: "收到的精华液和专柜的不一样，怀疑是假货。".into(),
            fields: vec![
                (self.cast.order_field.to_string(), "8842 0311 7715".into()),
                (self.cast.batch_field.to_string(), "L2209".into()),
            ],
            ..Filing::default()
        }
    }

    /// The same without one of its fields.
    pub fn filing_without(&self, key: &str) -> Filing {
        let field = match key {
            "batch" => self.cast.batch_field,
            _ => self.cast.order_field,
        };
        let mut filing = self.filing();
        filing.fields.retain(|(name, _)| *name != field.to_string());
        filing
    }

    /// What somebody could claim.
    pub async fn queue_of(&self, who: &Actor) -> Vec<TaskRow> {
        self.desk.worklist(who, Shelf::Queue, None, None, PageSize::default()).await.unwrap().rows
    }

    /// 王小美 files one by the web; it waits in the queue of 售后一组.
    pub async fn file_ticket(&self) -> TicketId {
        self.file_as(&self.customer(), self.filing()).await.number.0
    }

    /// A ticket of 投诉组, which is no business of 售后一组.
    pub async fn file_elsewhere(&self) -> TicketId {
        let filing = Filing {
            category: Some(self.cast.question),
            description: "提现三天了还没有到账。".into(),
            ..Filing::default()
        };
        self.file_as(&self.other_customer(), filing).await.number.0
    }

    pub async fn file_as(&self, actor: &Actor, filing: Filing) -> Filed {
        self.desk.file(actor, Channel::WEB, filing).await.unwrap()
    }

    /// From now on tickets of this leaf run this flow.
    pub async fn run_flow(&self, name: &str, flow: Flow, leaf: CategoryId) {
        let admin = self.admin().await;
        let id = self.desk.create_flow(&admin, name).await.unwrap();
        let problems = self.desk.save_flow(&admin, id, Some(flow)).await.unwrap();
        assert_eq!(problems, []);
        self.desk.publish_flow(&admin, id, None).await.unwrap();
        self.desk.run_flow_in(&admin, id, &[leaf]).await.unwrap();
    }

    async fn known(&self, login: &str) -> Actor {
        self.desk.agent_by_login(login).await.unwrap().unwrap()
    }
}

/// The agent inside an actor of the cast.
pub fn agent_of(actor: &Actor) -> &AgentActor {
    actor.agent().expect("an agent")
}

/// A leaf as most are: an answer in two hours, a solution in a day.
pub const fn ordinary_leaf(group: GroupId) -> Leaf {
    Leaf {
        group,
        targets: Targets { first_response_hours: 2, resolution_hours: 24 },
        urgency: Urgency::Medium,
        importance: Importance::Medium,
        people_only: false,
    }
}

pub(crate) async fn open(
    url: &str,
    place: &Place,
    clock: Arc<TestClock>,
    mailbox: Arc<Mailbox>,
) -> (Desk, Store) {
    let store = Store::open(url).await.unwrap();
    let files = format!("file:{}", place.folder.path().join("files").display());
    let files = Files::open(&files).await.unwrap();
    let desk = Desk::open(store.clone(), files, clock, Fittings::for_tests(mailbox)).await;
    (desk.unwrap(), store)
}
