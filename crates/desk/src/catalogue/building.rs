//! Building what can be filed: categories, forms, channels.

use domain::actor::{Actor, Permission};
use domain::category::CategoryTree;
use domain::id::{CategoryId, ChannelId, FieldId};
use domain::invalid::{Flaw, Flaws};
use domain::text::{Name, Reason};
use store::Tx;
use store::catalogue::{categories, channels, fields, flows};
use store::people::groups;

use super::initials::initials;
use crate::error::{DeskError, allow, sound};
use crate::{Desk, NewCategory, NewField, Result};

impl Desk {
    pub async fn create_category(&self, actor: &Actor, new: NewCategory) -> Result<CategoryId> {
        allow(actor.may_ever(Permission::Administer))?;
        let name = named("name", &new.name)?;
        let mut tx = self.store.begin().await?;
        let tree = categories::tree(&mut tx).await?;
        sound(misplaced(&tree, &new, &name))?;
        if let Some(leaf) = new.leaf
            && groups::find(&mut tx, leaf.group).await?.is_none()
        {
            return Err(DeskError::invalid("group", Flaw::Unknown));
        }
        let row = categories::NewRow {
            parent: new.parent,
            name: name.as_str(),
            hint: new.hint.as_deref(),
            initials: &initials(name.as_str()),
            leaf: new.leaf.map(|leaf| (leaf, flows::STANDARD)),
        };
        let id = categories::insert(&mut tx, row).await?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(id)
    }

    /// From now on automation leaves this leaf's tickets to people, or does not (D-28).
    pub async fn set_people_only(
        &self,
        actor: &Actor,
        category: CategoryId,
        people_only: bool,
    ) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.begin().await?;
        if !categories::set_people_only(&mut tx, category, people_only).await? {
            return Err(DeskError::NotFound);
        }
        tx.commit().await?;
        self.remembered.forget();
        Ok(())
    }

    pub async fn create_field(&self, actor: &Actor, new: NewField) -> Result<FieldId> {
        allow(actor.may_ever(Permission::Administer))?;
        let label = named("label", &new.label)?;
        let mut tx = self.store.begin().await?;
        check_form(&mut tx, &new).await?;
        let row = fields::NewRow {
            category: new.category,
            key: &new.key,
            label: label.as_str(),
            help: new.help.as_deref(),
            kind: &new.kind,
            required: new.required,
        };
        let id = fields::insert(&mut tx, row).await?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(id)
    }

    /// Empty `categories` opens the channel to all of them.
    pub async fn create_channel(
        &self,
        actor: &Actor,
        key: &str,
        name: &str,
        categories: &[CategoryId],
    ) -> Result<ChannelId> {
        allow(actor.may_ever(Permission::Administer))?;
        let name = named("name", name)?;
        let key = keyed("key", key)?;
        let mut tx = self.store.begin().await?;
        if channels::by_key(&mut tx, key).await?.is_some() {
            return Err(DeskError::invalid("key", Flaw::Taken));
        }
        let tree = categories::tree(&mut tx).await?;
        if categories.iter().any(|id| tree.get(*id).is_none()) {
            return Err(DeskError::invalid("categories", Flaw::Unknown));
        }
        let channel = channels::insert(&mut tx, key, name.as_str()).await?;
        for category in categories {
            channels::open_to(&mut tx, channel, *category).await?;
        }
        tx.commit().await?;
        self.remembered.forget();
        Ok(channel)
    }
}

/// A category hangs from a branch, not too deep, beside others of different names.
fn misplaced(tree: &CategoryTree, new: &NewCategory, name: &Name) -> Flaws {
    let mut flaws = Flaws::default();
    if let Some(parent) = new.parent {
        match tree.get(parent) {
            None => flaws.add("parent", Flaw::Unknown),
            Some(parent) if parent.leaf.is_some() => flaws.add("parent", Flaw::NotOffered),
            Some(parent) if tree.path(parent.id).len() >= CategoryTree::MAX_DEPTH => {
                flaws.add("parent", Flaw::TooMany { max: CategoryTree::MAX_DEPTH });
            }
            Some(_) => {}
        }
    }
    let twin =
        |it: &&domain::category::Category| it.parent == new.parent && it.name == name.as_str();
    if tree.0.iter().any(|it| twin(&it)) {
        flaws.add("name", Flaw::Taken);
    }
    if let Some(Err(flaw)) = new.hint.as_deref().map(Reason::try_from) {
        flaws.add("hint", flaw);
    }
    flaws
}

async fn check_form(tx: &mut Tx, new: &NewField) -> Result<()> {
    keyed("key", &new.key)?;
    let category = categories::find(tx, new.category).await?;
    if category.is_none_or(|it| it.leaf.is_none()) {
        return Err(DeskError::invalid("category", Flaw::Unknown));
    }
    if fields::of_category(tx, new.category).await?.iter().any(|it| it.key == new.key) {
        return Err(DeskError::invalid("key", Flaw::Taken));
    }
    Ok(())
}

pub(super) fn named(field: &str, text: &str) -> Result<Name> {
    Name::try_from(text).map_err(|flaw| DeskError::invalid(field, flaw))
}

/// Keys are for programs: `order_no`.
pub(super) fn keyed<'a>(field: &str, key: &'a str) -> Result<&'a str> {
    const LONGEST: usize = 40;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    match key.len() {
        0 => Err(DeskError::invalid(field, Flaw::Blank)),
        n if n > LONGEST => Err(DeskError::invalid(field, Flaw::TooLong { max: LONGEST })),
        _ if !key.chars().all(plain) => Err(DeskError::invalid(field, Flaw::NotOffered)),
        _ => Ok(key),
    }
}
