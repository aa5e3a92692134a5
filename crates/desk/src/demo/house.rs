//! Who works at 优选商城: departments, groups and forty people.

use domain::actor::{Actor, Grants, Permission, Scope};
use domain::id::{AgentId, DepartmentId, GroupId};
use domain::org::{Dispatch, Membership};
use pinyin::ToPinyin;

use super::{Dice, PASSWORD};
use crate::{Desk, NewAgent, NewGroup, NewRole, Result, standards};

/// They answer what 315 passes on, and have to find what other teams did before (M-06).
const COMPLAINTS: &str = "投诉处理组";
const FINDS_ALL: &str = "finds_all";

/// A group with its people.
type Group = (&'static str, Dispatch, &'static [&'static str]);

/// Department, its leader's login and name, and its groups.
const HOUSE: [(&str, &str, &str, &[Group]); 6] = [
    (
        "售前咨询部",
        "hejie",
        "何洁",
        &[("售前咨询组", Dispatch::LeastLoaded, &["苏婉", "许诺", "郑爽朗"])],
    ),
    (
        "售后部",
        "wangzhuguan",
        "王主管",
        &[
            ("物流查询组", Dispatch::LeastLoaded, &["马超群", "朱晓彤", "胡一鸣"]),
            ("售后一组", Dispatch::Claim, &["张琪", "刘洋", "孙雨晴", "高翔"]),
            ("售后二组", Dispatch::Claim, &["林晓峰", "罗丹", "梁文静"]),
            ("退款组", Dispatch::LeastLoaded, &["宋佳", "唐毅", "韩梅"]),
        ],
    ),
    (
        "投诉部",
        "zhaojingli",
        "赵经理",
        &[
            (COMPLAINTS, Dispatch::Claim, &["陈静", "冯涛", "邓紫薇"]),
            ("举报核查组", Dispatch::Claim, &["曹磊", "彭雪"]),
        ],
    ),
    (
        "支付与账户部",
        "luming",
        "陆明",
        &[
            ("账户安全组", Dispatch::LeastLoaded, &["曾可", "萧然"]),
            ("支付提现组", Dispatch::LeastLoaded, &["田甜", "董浩"]),
            ("发票组", Dispatch::Claim, &["潘悦", "袁圆"]),
        ],
    ),
    ("渠道部", "fanrong", "范蓉", &[("渠道服务组", Dispatch::Claim, &["蒋欣", "蔡国强"])]),
    ("供应商协同部", "weiqiang", "魏强", &[("商家协同组", Dispatch::Claim, &["余霞", "杜鹏"])]),
];

/// Everybody who handles tickets, by group.
pub struct House {
    pub groups: Vec<Team>,
}

pub struct Team {
    pub id: GroupId,
    pub name: &'static str,
    pub members: Vec<(AgentId, Actor)>,
}

impl House {
    pub fn team(&self, name: &str) -> Option<&Team> {
        self.groups.iter().find(|team| team.name == name)
    }

    pub fn team_of(&self, id: GroupId) -> Option<&Team> {
        self.groups.iter().find(|team| team.id == id)
    }

    pub fn actor(&self, id: AgentId) -> Option<&Actor> {
        let everybody = self.groups.iter().flat_map(|team| &team.members);
        everybody.into_iter().find(|(known, _)| *known == id).map(|(_, actor)| actor)
    }
}

pub async fn build(desk: &Desk, dice: &mut Dice) -> Result<House> {
    create_role(desk).await?;
    let centre = desk.create_department(&Actor::System, None, "客服中心").await?;
    hire(desk, centre, "admin", "系统管理员", &[standards::ADMIN]).await?;
    hire(desk, centre, "guancha", "质检观察员", &[standards::OBSERVER]).await?;
    super::partners::hire_business(desk, centre).await?;
    let director = hire(desk, centre, "linlan", "林岚", &[standards::LEADER]).await?;
    desk.appoint(&Actor::System, centre, director).await?;
    let mut groups = Vec::new();
    for (name, login, leader, teams) in HOUSE {
        let department = desk.create_department(&Actor::System, Some(centre), name).await?;
        let leader = hire(desk, department, login, leader, &[standards::LEADER]).await?;
        desk.appoint(&Actor::System, department, leader).await?;
        for (name, dispatch, people) in teams {
            groups.push(team(desk, dice, department, name, *dispatch, people).await?);
        }
    }
    escalate(desk, &groups).await?;
    Ok(House { groups })
}

/// What nobody else can solve goes to the complaints group (D-21).
async fn escalate(desk: &Desk, groups: &[Team]) -> Result<()> {
    let complaints = groups.iter().find(|team| team.name == COMPLAINTS).map(|team| team.id);
    for team in groups.iter().filter(|team| Some(team.id) != complaints) {
        desk.set_escalation(&Actor::System, team.id, complaints).await?;
    }
    Ok(())
}

async fn team(
    desk: &Desk,
    dice: &mut Dice,
    department: DepartmentId,
    name: &'static str,
    dispatch: Dispatch,
    people: &[&str],
) -> Result<Team> {
    let new = NewGroup { department, name: name.to_owned(), dispatch };
    let id = desk.create_group(&Actor::System, new).await?;
    let mut members = Vec::new();
    for person in people {
        let login = login(person);
        let agent = hire(desk, department, &login, person, &roles_in(name)).await?;
        let skill = u8::try_from(dice.between(2, 5)).unwrap_or(3);
        let member = Membership { group: id, agent, skill, cap: 60 };
        desk.join_group(&Actor::System, member).await?;
        let actor = desk.agent_by_login(&login).await?;
        members.extend(actor.map(|actor| (agent, actor)));
    }
    Ok(Team { id, name, members })
}

fn roles_in(team: &str) -> Vec<&'static str> {
    if team == COMPLAINTS { vec![standards::AGENT, FINDS_ALL] } else { vec![standards::AGENT] }
}

async fn create_role(desk: &Desk) -> Result<()> {
    let grants = Grants::new(&[Permission::ReadTickets, Permission::Arrange], Scope::All);
    let (key, name) = (FINDS_ALL.to_owned(), "查阅并关联全部工单".to_owned());
    desk.create_role(&Actor::System, NewRole { key, name, grants }).await?;
    Ok(())
}

async fn hire(
    desk: &Desk,
    department: DepartmentId,
    login: &str,
    name: &str,
    roles: &[&str],
) -> Result<AgentId> {
    let new = NewAgent {
        login: login.to_owned(),
        name: name.to_owned(),
        department,
        password: PASSWORD.to_owned(),
        roles: roles.iter().map(|&role| role.to_owned()).collect(),
    };
    desk.create_agent(&Actor::System, new).await
}

/// 张琪 signs in as `zhangqi`.
fn login(name: &str) -> String {
    name.chars().filter_map(|c| c.to_pinyin()).map(pinyin::Pinyin::plain).collect()
}
