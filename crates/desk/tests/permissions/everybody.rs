//! Everybody who could ask, and whose tickets there are.

use desk::{NewAgent, NewContact, NewRole, TokenScope};
use domain::actor::{Actor, Grants, Permission, Scope};
use domain::id::{AgentId, PartnerId, TaskId, TicketId};
use domain::org::Membership;
use domain::page::Filing;
use domain::partner::PartnerKind;
use domain::time::Span;
use testkit::{PASSWORD, TestDesk};

/// The columns of the tables, with what stands above them.
pub struct Everybody(pub Vec<(&'static str, Actor)>);

/// Whose ticket it is, seen by 张琪 of 售后一组 and by 王小美.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// 王小美's, and 张琪 has it.
    Own,
    /// 李建国's, in the queue of 售后一组.
    Group,
    /// 李建国's, in the queue of 投诉组.
    Elsewhere,
}

impl Place {
    pub const ALL: [Self; 3] = [Self::Own, Self::Group, Self::Elsewhere];
}

impl Everybody {
    pub async fn of(desk: &TestDesk) -> Self {
        let link = Actor::Link { ticket: TicketId(0), customer: desk.cast.customer };
        Self(vec![
            ("agent", desk.agent().await),
            ("colleag.", desk.colleague().await),
            ("own only", narrow(desk).await),
            ("reading", reading(desk).await),
            ("outsider", desk.outsider().await),
            ("leader", desk.leader().await),
            ("observer", desk.observer().await),
            ("admin", desk.admin().await),
            ("customer", desk.customer()),
            ("other c.", desk.other_customer()),
            ("link", link),
            ("visitor", Actor::Visitor),
            ("business", business(desk).await),
            ("partner", partner(desk).await),
        ])
    }
}

/// Of 售后一组, and sees only what is their own.
async fn narrow(desk: &TestDesk) -> Actor {
    let grants = Grants::new(&Permission::ALL, Scope::Own);
    let grants =
        Grants(grants.0.into_iter().filter(|(it, _)| *it != Permission::Administer).collect());
    let role = NewRole { key: "narrow".into(), name: "只看自己的".into(), grants };
    desk.create_role(&Actor::System, role).await.unwrap();
    let new = NewAgent {
        login: "narrow".into(),
        name: "赵窄".into(),
        department: desk.cast.after_sales,
        password: PASSWORD.into(),
        roles: vec!["narrow".into()],
    };
    let agent: AgentId = desk.create_agent(&Actor::System, new).await.unwrap();
    let member = Membership { group: desk.cast.group, agent, skill: 3, cap: 10 };
    desk.join_group(&Actor::System, member).await.unwrap();
    desk.agent_by_login("narrow").await.unwrap().unwrap()
}

/// 张琪's token for reading tickets.
async fn reading(desk: &TestDesk) -> Actor {
    let scopes = [TokenScope::TicketsRead];
    let lasts = Span::days(1);
    let granted = desk.create_token(&Actor::System, "zhangqi", "读", &scopes, lasts).await.unwrap();
    desk.bearer(&granted.token).await.unwrap()
}

/// Granted nothing: whoever only answers (D-26).
async fn business(desk: &TestDesk) -> Actor {
    let new = NewAgent {
        login: "yewu".into(),
        name: "业务员".into(),
        department: desk.cast.centre,
        password: PASSWORD.into(),
        roles: vec![desk::standards::BUSINESS.into()],
    };
    desk.create_agent(&Actor::System, new).await.unwrap();
    desk.agent_by_login("yewu").await.unwrap().unwrap()
}

/// A supplier's program with all a token can have.
async fn partner(desk: &TestDesk) -> Actor {
    let (partner, phone) = (Some(a_partner(desk).await), Some("13700001111".into()));
    let new = NewContact { partner, name: "李姐".into(), phone, email: None };
    let contact = desk.add_contact(&Actor::System, new).await.unwrap();
    let (lasts, scopes) = (Span::days(1), TokenScope::ALL);
    let granted = desk.create_partner_token(&Actor::System, contact, "全", &scopes, lasts).await;
    desk.bearer(&granted.unwrap().token).await.unwrap()
}

/// The supplier of every scene.
pub async fn a_partner(desk: &TestDesk) -> PartnerId {
    let known = desk.partners(&Actor::System).await.unwrap();
    if let Some(line) = known.first() {
        return line.partner.id;
    }
    desk.create_partner(&Actor::System, PartnerKind::Supplier, "华美电子").await.unwrap()
}

/// A new ticket there.
pub async fn file(desk: &TestDesk, place: Place, filing: Filing) -> TicketId {
    match place {
        Place::Own => {
            let ticket = desk.file_as(&desk.customer(), filing).await.number.0;
            claim(desk, ticket).await;
            ticket
        }
        Place::Group => desk.file_as(&desk.other_customer(), filing).await.number.0,
        Place::Elsewhere => {
            let filing = Filing { category: Some(desk.cast.question), fields: vec![], ..filing };
            desk.file_as(&desk.other_customer(), filing).await.number.0
        }
    }
}

async fn claim(desk: &TestDesk, ticket: TicketId) {
    let task = first_task(desk, ticket).await;
    desk.claim(&desk.agent().await, task).await.unwrap();
}

/// The task that is to be done now.
pub async fn first_task(desk: &TestDesk, ticket: TicketId) -> TaskId {
    let page = desk.ticket_page(&desk.admin().await, ticket).await.unwrap();
    page.tasks[0].task.id
}
