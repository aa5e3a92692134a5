//! Departments beside the service centre, which answer narrow questions.

use domain::actor::Actor;
use domain::id::DepartmentId;

use crate::demo::PASSWORD;
use crate::{Desk, NewAgent, Result, standards};

pub struct Offices {
    pub repair: DepartmentId,
    pub warehouse: DepartmentId,
    pub shop: DepartmentId,
    pub hotel: DepartmentId,
    /// Above them all.
    pub company: DepartmentId,
}

/// Name, who leads it, and the regions it serves; what is elsewhere, the centre sees to (C-09).
const BRANCHES: [(&str, &str, &str, &str); 3] = [
    ("华东分公司", "huadong", "沈越", "浙江\n江苏\n上海"),
    ("华南分公司", "huanan", "岑岭", "广东\n福建\n海南"),
    ("华北分公司", "huabei", "燕宁", "北京\n天津\n河北"),
];

/// Each with a leader, who gets what is asked of it.
pub async fn open(desk: &Desk) -> Result<Offices> {
    let company = office(desk, None, "公司管理层", "zhouzong", "周总").await?;
    let above = Some(company);
    for (name, login, leader, regions) in BRANCHES {
        let branch = office(desk, above, name, login, leader).await?;
        desk.set_territory(&Actor::System, branch, regions).await?;
    }
    Ok(Offices {
        repair: office(desk, above, "维修部", "dazhuang", "刘大壮").await?,
        warehouse: office(desk, above, "仓储部", "qiancang", "钱仓").await?,
        shop: office(desk, above, "商城运营部", "yunying", "云颖").await?,
        hotel: office(desk, above, "酒店业务部", "fangtai", "方泰").await?,
        company,
    })
}

async fn office(
    desk: &Desk,
    above: Option<DepartmentId>,
    name: &str,
    login: &str,
    leader: &str,
) -> Result<DepartmentId> {
    let department = desk.create_department(&Actor::System, above, name).await?;
    let new = NewAgent {
        login: login.to_owned(),
        name: leader.to_owned(),
        department,
        password: PASSWORD.to_owned(),
        roles: vec![standards::LEADER.to_owned()],
    };
    let leader = desk.create_agent(&Actor::System, new).await?;
    desk.appoint(&Actor::System, department, leader).await?;
    Ok(department)
}
