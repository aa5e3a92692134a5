//! What every desk has from the first minute: a secret, a flow, four doors and five roles.

use domain::actor::{Grants, Permission, Scope};
use domain::channel::Channel;
use domain::flow::Flow;
use store::Tx;
use store::catalogue::{channels, flows};
use store::people::roles;
use store::settings;

use crate::{Result, chance};

/// Keys of the standard roles.
pub const AGENT: &str = "agent";
pub const LEADER: &str = "leader";
pub const OBSERVER: &str = "observer";
pub const ADMIN: &str = "admin";
/// Answers what it is asked. It is granted nothing: having a task is all one needs to answer it,
/// and nothing else of the ticket is to be seen (D-26).
pub const BUSINESS: &str = "business";

const DOORS: [(&str, &str); 4] = [
    (Channel::WEB, "网页"),
    (Channel::PHONE, "电话"),
    (Channel::API, "接口"),
    (Channel::PARTNER, "合作方接口"),
];

/// What whoever handles tickets does with them.
const HANDLING: [Permission; 15] = [
    Permission::ReadTickets,
    Permission::CreateTickets,
    Permission::Reply,
    Permission::Note,
    Permission::EditTickets,
    Permission::Claim,
    Permission::Transfer,
    Permission::Wait,
    Permission::Resolve,
    Permission::Reopen,
    Permission::Close,
    Permission::Arrange,
    Permission::Urge,
    Permission::ReadCustomers,
    Permission::EditCustomers,
];

/// What whoever answers for the work of others does besides.
const LEADING: [Permission; 3] =
    [Permission::Supervise, Permission::Reassign, Permission::ReadBoards];

const LOOKING: [Permission; 3] =
    [Permission::ReadTickets, Permission::ReadBoards, Permission::ReadCustomers];

/// Brings what is missing, and answers with the secret links are signed with.
///
/// The secret comes first: of several servers that open a new desk at once, the others wait there
/// until the first is done.
pub async fn bring(tx: &mut Tx) -> Result<String> {
    let secret = settings::get_or_set(tx, "link_secret", &chance::secret()).await?;
    flows::keep_standard(tx, "接收 → 处理 → 反馈", &Flow::standard()).await?;
    for (key, name) in DOORS {
        if channels::by_key(tx, key).await?.is_none() {
            channels::insert(tx, key, name).await?;
        }
    }
    for (key, name, grants) in standard_roles() {
        if roles::by_key(tx, key).await?.is_none() {
            roles::insert(tx, key, name, &grants).await?;
        }
    }
    Ok(secret)
}

fn standard_roles() -> [(&'static str, &'static str, Grants); 5] {
    let leading =
        Grants::new(&HANDLING, Scope::Department).and(&Grants::new(&LEADING, Scope::Department));
    [
        (AGENT, "客服", Grants::new(&HANDLING, Scope::Group)),
        (LEADER, "主管", leading),
        (OBSERVER, "观察员", Grants::new(&LOOKING, Scope::All)),
        (BUSINESS, "业务人员", Grants::default()),
        (ADMIN, "管理员", Grants::new(&Permission::ALL, Scope::All)),
    ]
}
