//! Who works and who asks at a large desk, and what can be asked.

use domain::due::Targets;
use domain::id::{
    AgentId, CategoryId, ChannelId, CustomerId, DepartmentId, FlowVersionId, GroupId,
};
use domain::priority::{Importance, Urgency};
use domain::time::{Span, Timestamp};

use super::bulk::{Bulk, Cell};
use super::dice::Dice;
use super::texts;
use crate::sql::Sql;
use crate::{Result, Store, StoreError, Tx, on};

#[derive(Debug)]
pub(super) struct House {
    pub leaves: Vec<Leaf>,
    pub channels: Vec<ChannelId>,
    pub customers: Vec<Asker>,
    pub flow: FlowVersionId,
}

#[derive(Clone, Debug)]
pub(super) struct Leaf {
    pub category: CategoryId,
    pub group: GroupId,
    pub department: DepartmentId,
    pub targets: Targets,
    pub urgency: Urgency,
    pub importance: Importance,
    pub members: Vec<AgentId>,
}

#[derive(Clone, Debug)]
pub(super) struct Asker {
    pub id: CustomerId,
    pub name: String,
    pub phone: String,
}

const DEPARTMENTS: [&str; 6] = ["售前部", "售后部", "投诉部", "物流部", "财务部", "商家部"];
const GROUPS: [&str; 2] = ["一组", "二组"];
const DEMANDS: [&str; 5] = ["投诉", "咨询", "申请", "举报", "建议"];
const SCENES: [&str; 6] = ["已购买", "未购买", "提现", "物流", "发票", "账号"];

pub(super) async fn bring(
    store: &Store,
    dice: &mut Dice,
    tickets: i64,
    now: Timestamp,
) -> Result<House> {
    let mut tx = store.begin().await?;
    let large = tickets >= 50_000;
    if leaves(&mut tx).await?.is_empty() {
        build(&mut tx, dice, large).await?;
    }
    let house = House {
        leaves: leaves(&mut tx).await?,
        channels: channels(&mut tx).await?,
        customers: customers(&mut tx, dice, (tickets / 5).max(500), now).await?,
        flow: flow(&mut tx).await?,
    };
    tx.commit().await?;
    if house.leaves.is_empty() || house.channels.is_empty() {
        return Err(StoreError::Damaged("a desk without categories or channels".to_owned()));
    }
    Ok(house)
}

async fn flow(tx: &mut Tx) -> Result<FlowVersionId> {
    let id: i64 = on!(tx, conn => sqlx::query_scalar("SELECT MIN(id) FROM flow_versions").fetch_one(conn).await?);
    Ok(FlowVersionId(id))
}

async fn channels(tx: &mut Tx) -> Result<Vec<ChannelId>> {
    let rows: Vec<(i64,)> = Sql::new("SELECT id FROM channels ORDER BY id").all(tx).await?;
    Ok(rows.into_iter().map(|(id,)| ChannelId(id)).collect())
}

async fn leaves(tx: &mut Tx) -> Result<Vec<Leaf>> {
    type Row = (i64, i64, i64, i64, i64, i64, i64);
    let rows: Vec<Row> = Sql::new(
        "SELECT c.id, c.group_id, g.department, c.first_response_hours, c.resolution_hours,
             c.urgency, c.importance
         FROM categories c JOIN groups g ON g.id = c.group_id WHERE c.flow IS NOT NULL
         ORDER BY c.id",
    )
    .all(tx)
    .await?;
    let members: Vec<(i64, i64)> =
        Sql::new("SELECT group_id, agent FROM memberships ORDER BY group_id, agent")
            .all(tx)
            .await?;
    let leaf = |(category, group, department, first, whole, urgency, importance): Row| Leaf {
        category: CategoryId(category),
        group: GroupId(group),
        department: DepartmentId(department),
        targets: Targets {
            first_response_hours: u16::try_from(first).unwrap_or(1),
            resolution_hours: u16::try_from(whole).unwrap_or(24),
        },
        urgency: Urgency::from_code(urgency).unwrap_or(Urgency::Medium),
        importance: Importance::from_code(importance).unwrap_or(Importance::Medium),
        members: members.iter().filter(|(of, _)| *of == group).map(|(_, a)| AgentId(*a)).collect(),
    };
    // A group without people would never finish anything.
    Ok(rows.into_iter().map(leaf).filter(|leaf| !leaf.members.is_empty()).collect())
}

/// Ids of a house built here begin here; below is room for what the desk brought itself.
const FIRST: i64 = 1000;

/// Six departments of two groups, people in them, and a tree of three levels.
async fn build(tx: &mut Tx, dice: &mut Dice, large: bool) -> Result<()> {
    let mut bulk = Bulk::default();
    organize(&mut bulk);
    employ(tx, &mut bulk, dice, if large { 300 } else { 40 }).await?;
    offer(tx, &mut bulk, if large { 10 } else { 2 }).await?;
    bulk.write(tx).await
}

fn organize(bulk: &mut Bulk) {
    let columns = "id, parent, name";
    bulk.add("departments", columns, vec![FIRST.into(), Cell::None, "客服中心".into()]);
    for (place, department) in (1..).zip(DEPARTMENTS) {
        let id = FIRST + place;
        bulk.add("departments", columns, vec![id.into(), FIRST.into(), department.into()]);
        for (second, group) in (0..).zip(GROUPS) {
            let name = format!("{department}{group}");
            let row = vec![group_id(place, second).into(), id.into(), name.into(), "claim".into()];
            bulk.add("groups", "id, department, name, dispatch", row);
        }
    }
}

fn group_id(department: i64, second: i64) -> i64 {
    FIRST + 2 * department + second
}

/// Nobody can sign in: a password that is no hash fits nothing. Programs come with tokens.
async fn employ(tx: &mut Tx, bulk: &mut Bulk, dice: &mut Dice, people: i64) -> Result<()> {
    let roles: Vec<(i64, String)> = Sql::new("SELECT id, key FROM roles").all(tx).await?;
    let role = |key: &str| roles.iter().find(|(_, known)| known == key).map(|(id, _)| *id);
    for place in 0..people {
        let (id, department) = (FIRST + place, 1 + place % 6);
        let (login, key) = match place {
            0 => ("bench-admin".to_owned(), "admin"),
            1..=6 => (format!("bench-leader-{place}"), "leader"),
            _ => (format!("bench-agent-{place}"), "agent"),
        };
        let row = vec![
            id.into(),
            login.into(),
            texts::name(dice).into(),
            (FIRST + department).into(),
            "none".into(),
            true.into(),
            true.into(),
        ];
        bulk.add("agents", "id, login, name, department, password, available, active", row);
        bulk.add("agent_roles", "agent, role", vec![id.into(), role(key).into()]);
        let group = group_id(department, (place / 6) % 2);
        let row = vec![group.into(), id.into(), 3.into(), 20.into()];
        bulk.add("memberships", "group_id, agent, skill, cap", row);
    }
    Ok(())
}

async fn offer(tx: &mut Tx, bulk: &mut Bulk, problems: usize) -> Result<()> {
    let flow = flow(tx).await?.0;
    let mut next = FIRST;
    for demand in DEMANDS {
        let top = branch(bulk, &mut next, None, demand);
        for (scene, department) in SCENES.into_iter().zip(1..) {
            let middle = branch(bulk, &mut next, Some(top), scene);
            for problem in texts::TROUBLES.into_iter().take(problems) {
                let group = group_id(department, next % 2);
                let row = category(next, Some(middle), problem)
                    .into_iter()
                    .chain([group, flow, 2, 24, 1, 1].map(Cell::from));
                bulk.add("categories", LEAF, row.collect());
                next += 1;
            }
        }
    }
    Ok(())
}

const BRANCH: &str = "id, parent, name, initials, position, enabled";
const LEAF: &str = "id, parent, name, initials, position, enabled, group_id, flow,
    first_response_hours, resolution_hours, urgency, importance";

fn branch(bulk: &mut Bulk, next: &mut i64, parent: Option<i64>, name: &str) -> i64 {
    let id = *next;
    *next += 1;
    bulk.add("categories", BRANCH, category(id, parent, name));
    id
}

fn category(id: i64, parent: Option<i64>, name: &str) -> Vec<Cell> {
    vec![id.into(), parent.into(), name.into(), "".into(), id.into(), true.into()]
}

async fn customers(tx: &mut Tx, dice: &mut Dice, count: i64, now: Timestamp) -> Result<Vec<Asker>> {
    let last: i64 = on!(&mut *tx, conn => {
        sqlx::query_scalar("SELECT COALESCE(MAX(id), 0) FROM customers").fetch_one(conn).await?
    });
    let mut bulk = Bulk::default();
    let mut askers = Vec::new();
    for id in last + 1..=last + count {
        let (name, phone) = (texts::name(dice), format!("13{:09}", 100_000_000 + id));
        let row = vec![
            id.into(),
            name.as_str().into(),
            phone.as_str().into(),
            "customer".into(),
            dice.one_in(20).into(),
            (now - Span::days(90)).0.into(),
        ];
        bulk.add("customers", "id, name, phone, kind, vip, created_at", row);
        askers.push(Asker { id: CustomerId(id), name, phone });
    }
    bulk.write(tx).await?;
    Ok(askers)
}
