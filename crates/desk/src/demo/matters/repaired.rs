//! The repair of two months ago that a complaint by way of 315 goes back to (M-06): done well, and
//! said to be.

use domain::actor::Actor;
use domain::channel::Channel;
use domain::page::Filing;
use domain::ticket::{ResolutionCode, Stars};
use domain::time::Span;

use crate::demo::clock::DemoClock;
use crate::demo::house::House;
use crate::{Desk, DeskError, Result};

/// Who complained, and how to find what they had repaired.
const NAME: &str = "周秀英";
const PHONE: &str = "13800000315";

pub async fn tell(desk: &Desk, clock: &DemoClock, house: &House) -> Result<()> {
    let begun = desk.clock.now();
    let team = house.team("售后一组").ok_or(DeskError::NotFound)?;
    let (_, agent) = team.members.first().ok_or(DeskError::NotFound)?;
    let filing = Filing {
        path: ["申请", "维修", "家电维修"].map(str::to_owned).into(),
        subject: Some("电视开不了机，上门维修".to_owned()),
        description: "电视开不了机，麻烦安排师傅上门。".to_owned(),
        name: Some(NAME.to_owned()),
        phone: Some(PHONE.to_owned()),
        fields: vec![("product".to_owned(), "智能电视 55 寸".to_owned())],
        ..Filing::default()
    };
    let ticket = desk.file(agent, Channel::PHONE, filing).await?.number.0;
    clock.set(begun + Span::hours(2));
    let done = Some("更换电源板，开机正常。".to_owned());
    desk.resolve(agent, ticket, ResolutionCode::Solved, done).await?;
    clock.set(begun + Span::hours(3));
    let customer = desk.ticket_page(agent, ticket).await?.customer.id;
    let stars = Stars::try_from(5).map_err(|flaw| DeskError::invalid("rating", flaw))?;
    let thanks = Some("师傅手艺好，来得也快。".to_owned());
    desk.rate(&Actor::Customer(customer), ticket, stars, Some(stars), thanks).await
}
