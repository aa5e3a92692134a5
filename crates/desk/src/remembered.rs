//! The catalogue as it was a moment ago.
//!
//! Categories, forms, flows, groups and channels are read by every filing and changed by hand. So
//! each process keeps them for [`KEEP`]; a change made in this process is seen at once, one made in
//! another after that long.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use domain::category::CategoryTree;
use domain::channel::Channel;
use domain::connector::{Connector, ConnectorKey};
use domain::field::Field;
use domain::flow::Flow;
use domain::id::{CategoryId, ChannelId, DepartmentId, FlowVersionId, GroupId};
use domain::org::{Department, Group};

use crate::{Desk, DeskError, Result};

const KEEP: Duration = Duration::from_secs(2);

#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    pub tree: CategoryTree,
    pub fields: HashMap<CategoryId, Vec<Field>>,
    pub flow_of: HashMap<CategoryId, FlowVersionId>,
    pub flows: HashMap<FlowVersionId, Arc<Flow>>,
    pub groups: HashMap<GroupId, Group>,
    pub departments: HashMap<DepartmentId, Department>,
    pub channels: HashMap<ChannelId, Channel>,
    pub connectors: HashMap<ConnectorKey, Connector>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Remembered(Arc<Mutex<Option<Kept>>>);

/// Since when, and what.
type Kept = (Instant, Arc<Catalogue>);

impl Remembered {
    fn recall(&self) -> Option<Arc<Catalogue>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(since, _)| since.elapsed() < KEEP).map(|(_, known)| known.clone())
    }

    fn keep(&self, catalogue: Arc<Catalogue>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), catalogue));
    }

    /// After every change of the catalogue.
    pub fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Desk {
    pub(crate) async fn catalogue(&self) -> Result<Arc<Catalogue>> {
        if let Some(known) = self.remembered.recall() {
            return Ok(known);
        }
        let catalogue = Arc::new(self.load_catalogue().await?);
        self.remembered.keep(catalogue.clone());
        Ok(catalogue)
    }

    async fn load_catalogue(&self) -> Result<Catalogue> {
        use store::catalogue::{categories, channels, fields, flows};
        let mut tx = self.store.read().await?;
        let mut by_category: HashMap<CategoryId, Vec<Field>> = HashMap::new();
        for field in fields::all(&mut tx).await? {
            by_category.entry(field.category).or_default().push(field);
        }
        let flows = flows::versions(&mut tx).await?;
        let groups = store::people::groups::all(&mut tx).await?;
        let departments = store::people::departments::all(&mut tx).await?;
        let connectors = store::connectors::all(&mut tx).await?.into_iter().map(|it| it.connector);
        Ok(Catalogue {
            tree: categories::tree(&mut tx).await?,
            fields: by_category,
            flow_of: categories::flows(&mut tx).await?.into_iter().collect(),
            flows: flows.into_iter().map(|(id, flow)| (id, Arc::new(flow))).collect(),
            groups: groups.into_iter().map(|group| (group.id, group)).collect(),
            departments: departments.into_iter().map(|it| (it.id, it)).collect(),
            channels: channels::all(&mut tx).await?.into_iter().map(|it| (it.id, it)).collect(),
            connectors: connectors.map(|it| (it.key.clone(), it)).collect(),
        })
    }
}

impl Catalogue {
    pub fn channel(&self, key: &str) -> Result<&Channel> {
        self.channels.values().find(|channel| channel.key == key).ok_or(DeskError::NotFound)
    }

    pub fn group(&self, id: GroupId) -> Result<&Group> {
        self.groups.get(&id).ok_or(DeskError::NotFound)
    }

    pub fn flow(&self, id: FlowVersionId) -> Result<Arc<Flow>> {
        self.flows.get(&id).cloned().ok_or(DeskError::NotFound)
    }

    pub fn form(&self, category: CategoryId) -> &[Field] {
        self.fields.get(&category).map_or(&[], Vec::as_slice)
    }

    /// A leaf that may be filed through this channel, or why not.
    pub fn offers(&self, channel: &Channel, category: CategoryId) -> bool {
        let path = self.tree.path(category);
        let enabled = path.iter().all(|part| part.enabled);
        let open = channel.is_open_to_all()
            || path.iter().any(|part| channel.categories.contains(&part.id));
        enabled && open
    }
}
