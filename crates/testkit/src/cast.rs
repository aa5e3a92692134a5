//! Who plays in every story, brought in by the desk's own operations.
//!
//! ```text
//! 客服中心 (林岚)
//!         ├─ 售后部 (王主管) ── 售后一组: 张琪, 刘洋      投诉 / 已购买 / 商家售假
//!         └─ 投诉部 (赵经理) ── 投诉组: 陈静              咨询 / 提现 / 到账时长, 申请 / 发票
//! ```

use std::sync::Arc;

use desk::{Desk, NewAgent, NewCategory, NewCustomer, NewField, NewGroup, standards};
use domain::actor::Actor;
use domain::category::Leaf;
use domain::field::FieldKind;
use domain::id::{AgentId, CategoryId, CustomerId, DepartmentId, FieldId, GroupId};
use domain::org::{Dispatch, Membership};
use store::Store;

use crate::desk::{PASSWORD, open, ordinary_leaf};
use crate::{Mailbox, Place, TestClock};

#[derive(Clone, Debug)]
pub struct Cast {
    pub centre: DepartmentId,
    pub after_sales: DepartmentId,
    pub complaints: DepartmentId,
    /// 售后一组.
    pub group: GroupId,
    /// 投诉组.
    pub other_group: GroupId,
    pub agent: AgentId,
    pub colleague: AgentId,
    pub outsider: AgentId,
    pub leader: AgentId,
    /// 林岚, above 王主管 and 赵经理.
    pub director: AgentId,
    pub customer: CustomerId,
    pub other_customer: CustomerId,
    /// 投诉 / 已购买 / 商家售假, for 售后一组.
    pub complaint: CategoryId,
    /// 咨询 / 提现 / 到账时长, for 投诉组.
    pub question: CategoryId,
    /// 申请 / 发票, two levels deep, for 售后一组.
    pub invoice: CategoryId,
    /// 订单号 of the complaint, needed.
    pub order_field: FieldId,
    /// 批号 of the complaint.
    pub batch_field: FieldId,
}

/// 王小美 signs in with it.
pub const PHONE: &str = "13812345521";
/// 李建国 signs in with it.
pub const OTHER_PHONE: &str = "13987654321";

/// Opens a desk at `url`, brings everybody in, and lets go of every connection.
pub(crate) async fn fill(url: &str) -> Cast {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let place = Place { url: url.to_owned(), folder };
    let (clock, mailbox) = (Arc::new(TestClock::default()), Arc::new(Mailbox::default()));
    let (desk, store) = open(url, &place, clock, mailbox).await;
    let cast = bring(&desk).await;
    desk.shut();
    drop(desk);
    let store: Store = store;
    store.close().await;
    cast
}

async fn bring(desk: &Desk) -> Cast {
    let centre = department(desk, None, "客服中心").await;
    let after_sales = department(desk, Some(centre), "售后部").await;
    let complaints = department(desk, Some(centre), "投诉部").await;
    let group = group(desk, after_sales, "售后一组").await;
    let other_group = self::group(desk, complaints, "投诉组").await;
    let agent = person(desk, after_sales, "zhangqi", "张琪", standards::AGENT, Some(group)).await;
    let colleague =
        person(desk, after_sales, "liuyang", "刘洋", standards::AGENT, Some(group)).await;
    let outsider =
        person(desk, complaints, "chenjing", "陈静", standards::AGENT, Some(other_group)).await;
    let leader = person(desk, after_sales, "wangzhuguan", "王主管", standards::LEADER, None).await;
    let other_leader =
        person(desk, complaints, "zhaojingli", "赵经理", standards::LEADER, None).await;
    let director = person(desk, centre, "linlan", "林岚", standards::LEADER, None).await;
    person(desk, centre, "guanchayuan", "观察员", standards::OBSERVER, None).await;
    person(desk, centre, "admin", "管理员", standards::ADMIN, None).await;
    desk.appoint(&Actor::System, centre, director).await.unwrap();
    desk.appoint(&Actor::System, after_sales, leader).await.unwrap();
    desk.appoint(&Actor::System, complaints, other_leader).await.unwrap();

    let ordinary = ordinary_leaf(group);
    let complaint = path(desk, &["投诉", "已购买", "商家售假"], ordinary).await;
    let question = path(desk, &["咨询", "提现", "到账时长"], ordinary_leaf(other_group)).await;
    let invoice = path(desk, &["申请", "发票"], ordinary).await;
    let order_field = field(desk, complaint, "order_no", "订单号", FieldKind::Order, true).await;
    let text = FieldKind::Text { max: 40 };
    let batch_field = field(desk, complaint, "batch", "批号", text, false).await;
    Cast {
        centre,
        after_sales,
        complaints,
        group,
        other_group,
        agent,
        colleague,
        outsider,
        leader,
        director,
        customer: customer(desk, "王小美", PHONE).await,
        other_customer: customer(desk, "李建国", OTHER_PHONE).await,
        complaint,
        question,
        invoice,
        order_field,
        batch_field,
    }
}

async fn department(desk: &Desk, parent: Option<DepartmentId>, name: &str) -> DepartmentId {
    desk.create_department(&Actor::System, parent, name).await.unwrap()
}

async fn group(desk: &Desk, department: DepartmentId, name: &str) -> GroupId {
    let new = NewGroup { department, name: name.into(), dispatch: Dispatch::Claim };
    desk.create_group(&Actor::System, new).await.unwrap()
}

async fn person(
    desk: &Desk,
    department: DepartmentId,
    login: &str,
    name: &str,
    role: &str,
    group: Option<GroupId>,
) -> AgentId {
    let [login, name] = [login, name].map(str::to_owned);
    let (password, roles) = (PASSWORD.to_owned(), vec![role.to_owned()]);
    let new = NewAgent { login, name, department, password, roles };
    let agent = desk.create_agent(&Actor::System, new).await.unwrap();
    if let Some(group) = group {
        let member = Membership { group, agent, skill: 3, cap: 10 };
        desk.join_group(&Actor::System, member).await.unwrap();
    }
    agent
}

/// The leaf at the end of `names`, with the branches on the way where they are missing.
async fn path(desk: &Desk, names: &[&str], leaf: Leaf) -> CategoryId {
    let mut parent = None;
    for (depth, name) in names.iter().enumerate() {
        let leaf = (depth + 1 == names.len()).then_some(leaf);
        let new = NewCategory { parent, name: (*name).to_owned(), hint: None, leaf };
        parent = Some(desk.create_category(&Actor::System, new).await.unwrap());
    }
    parent.unwrap()
}

async fn field(
    desk: &Desk,
    category: CategoryId,
    key: &str,
    label: &str,
    kind: FieldKind,
    required: bool,
) -> FieldId {
    let [key, label] = [key, label].map(str::to_owned);
    let new = NewField { category, key, label, help: None, kind, required };
    desk.create_field(&Actor::System, new).await.unwrap()
}

async fn customer(desk: &Desk, name: &str, phone: &str) -> CustomerId {
    let new = NewCustomer {
        name: name.into(),
        phone: Some(phone.into()),
        email: None,
        password: PASSWORD.into(),
    };
    let signed_in = desk.register_customer(new, "127.0.0.1").await.unwrap();
    desk.session(&signed_in.token).await.unwrap().customer().unwrap()
}
