//! Who is served: five hundred customers, a few of them companies' and a few of them very good.

use domain::contact::Phone;
use domain::customer::RequesterKind;
use domain::id::{CustomerId, OrganizationId};
use store::customers::{self, NewRow};

use super::{Dice, PASSWORD, PHONE};
use crate::{Desk, NewCustomer, Result};

const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤";
const GIVEN: [&str; 72] = [
    "小美", "建国", "晓雯", "志强", "雨桐", "思远", "佳怡", "浩然", "梓涵", "俊杰", "丽华", "文博",
    "欣怡", "子轩", "静怡", "宇航", "雅婷", "明哲", "嘉欣", "天宇", "婷婷", "伟", "芳", "娜", "敏",
    "静", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "超", "霞", "平", "刚", "桂英", "秀兰",
    "玉梅", "春燕", "海燕", "国庆", "建华", "红梅", "志远", "晨曦", "诗涵", "一诺", "沐阳", "可馨",
    "若曦", "奕辰", "书瑶", "景行", "安琪", "乐怡", "清扬", "晓东", "永强", "立新", "慧敏", "云飞",
    "凤英", "少华", "卫东", "金花", "新宇", "冬梅", "家豪", "月娥",
];
const COMPANIES: [&str; 20] = [
    "杭州云栖科技有限公司",
    "上海晨曦文化传媒",
    "深圳蓝海供应链",
    "成都锦里餐饮管理",
    "北京同心教育咨询",
    "苏州工业园区精工制造",
    "广州南粤贸易",
    "武汉江城物业服务",
    "南京金陵医药连锁",
    "西安长风物流",
    "重庆山城火锅连锁",
    "青岛海蓝酒店管理",
    "长沙星火广告",
    "宁波港城进出口",
    "厦门鹭岛旅行社",
    "天津津门机电",
    "郑州中原农业科技",
    "合肥智联电子",
    "昆明春城花卉",
    "大连北方船务",
];

/// Of the first customer, who has an account; the others only have tickets.
pub async fn gather(desk: &Desk, dice: &mut Dice, many: usize) -> Result<Vec<CustomerId>> {
    let mut crowd = vec![first(desk).await?];
    let surnames: Vec<char> = SURNAMES.chars().collect();
    let mut tx = desk.store.begin().await?;
    let mut companies: Vec<OrganizationId> = Vec::new();
    for company in COMPANIES {
        companies.push(customers::insert_organization(&mut tx, company).await?);
    }
    for n in 1..many {
        let name = format!("{}{}", dice.one(&surnames), dice.one(&GIVEN));
        let head = dice.one(&["136", "137", "139", "150", "158", "177", "186", "189", "199"]);
        // The middle is theirs alone, so that no two share a phone.
        let phone = Phone::try_from(format!("{head}{n:04}{}", dice.digits(4)));
        let organization = dice.percent(9).then(|| *dice.one(&companies));
        let row = NewRow {
            name: &name,
            phone: phone.as_ref().ok(),
            email: None,
            kind: RequesterKind::Customer,
            vip: dice.percent(6),
            organization,
            password_hash: None,
        };
        crowd.push(customers::insert(&mut tx, row, desk.clock.now()).await?);
    }
    tx.commit().await?;
    Ok(crowd)
}

async fn first(desk: &Desk) -> Result<CustomerId> {
    let new = NewCustomer {
        name: "王小美".to_owned(),
        phone: Some(PHONE.to_owned()),
        email: None,
        password: PASSWORD.to_owned(),
    };
    let signed_in = desk.register_customer(new, "demo").await?;
    let actor = desk.session(&signed_in.token).await?;
    desk.sign_out(&signed_in.token).await?;
    actor.customer().ok_or(crate::DeskError::NotFound)
}
