//! Groups and colleagues, to choose from. Asked for when a chooser first opens.

use domain::id::GroupId;
use domain::org::GroupName;
use domain::page::Colleague;

use super::api::catalogue;
use crate::error::AppError;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    pub groups: Vec<GroupName>,
    pub colleagues: Vec<Colleague>,
}

impl People {
    pub fn of_group(&self, group: Option<GroupId>) -> Vec<Colleague> {
        let fits = |colleague: &&Colleague| group.is_none_or(|it| colleague.groups.contains(&it));
        self.colleagues.iter().filter(fits).cloned().collect()
    }
}

pub async fn everybody() -> Result<People, AppError> {
    let groups = catalogue::groups().await?;
    let colleagues = catalogue::colleagues().await?;
    Ok(People { groups, colleagues })
}
