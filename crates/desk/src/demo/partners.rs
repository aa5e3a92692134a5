//! Two suppliers and a merchant with their people, and somebody of the business side: those who
//! answer for their own part.

use domain::actor::Actor;
use domain::id::DepartmentId;
use domain::partner::PartnerKind;

use super::PASSWORD;
use crate::{Desk, NewAgent, NewContact, Result, standards};

/// Kind, name, and who answers: name, phone, mail address.
type Known = (PartnerKind, &'static str, &'static [(&'static str, &'static str, &'static str)]);

const PARTNERS: [Known; 3] = [
    (
        PartnerKind::Supplier,
        "华美电子",
        &[
            ("李姐", "13700001111", "lijie@huamei.example"),
            ("小郭", "13700001112", "xiaoguo@huamei.example"),
        ],
    ),
    (PartnerKind::Supplier, "远东食品", &[("老陈", "13700002221", "chen@yuandong.example")]),
    (PartnerKind::Merchant, "雅致家居旗舰店", &[("周店长", "13700003331", "zhou@yazhi.example")]),
];

pub async fn introduce(desk: &Desk) -> Result<()> {
    for (kind, name, people) in PARTNERS {
        let partner = Some(desk.create_partner(&Actor::System, kind, name).await?);
        for (name, phone, email) in people {
            let [name, phone, email] = [name, phone, email].map(|text| (*text).to_owned());
            let (phone, email) = (Some(phone), Some(email));
            desk.add_contact(&Actor::System, NewContact { partner, name, phone, email }).await?;
        }
    }
    Ok(())
}

/// 叶舞 answers what she is asked, and sees nothing else.
pub async fn hire_business(desk: &Desk, department: DepartmentId) -> Result<()> {
    let new = NewAgent {
        login: "yewu".to_owned(),
        name: "叶舞".to_owned(),
        department,
        password: PASSWORD.to_owned(),
        roles: vec![standards::BUSINESS.to_owned()],
    };
    desk.create_agent(&Actor::System, new).await?;
    Ok(())
}
