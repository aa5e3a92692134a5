//! Where a flaw of a filing is, in the words of the body that was sent.

use desk::{Desk, DeskError};
use domain::channel::Channel;
use domain::field::Field;
use domain::invalid::Flaws;
use domain::page::Filing;

use crate::error::ApiError;

/// The desk knows a contact's parts by themselves and fields by their id; the body knows a
/// customer, and fields by key.
pub(super) async fn in_the_callers_words(
    desk: &Desk,
    filing: &Filing,
    error: DeskError,
) -> Result<ApiError, DeskError> {
    let DeskError::Invalid(mut flaws) = error else { return Ok(error.into()) };
    let form = form_of(desk, filing).await?;
    rename(&mut flaws, filing, &form);
    Ok(DeskError::Invalid(flaws).into())
}

fn rename(flaws: &mut Flaws, filing: &Filing, form: &[Field]) {
    for flaw in &mut flaws.0 {
        if matches!(flaw.field.as_str(), "name" | "phone" | "email") {
            flaw.field = format!("customer.{}", flaw.field);
        } else if let Some(id) = flaw.field.strip_prefix("fields.") {
            let by_id = filing.fields.iter().any(|(name, _)| name == id);
            let field = form.iter().find(|field| field.id.to_string() == id && !by_id);
            flaw.field = field.map_or_else(|| flaw.field.clone(), |f| format!("fields.{}", f.key));
        }
    }
}

async fn form_of(desk: &Desk, filing: &Filing) -> Result<Vec<Field>, DeskError> {
    let tree = desk.categories(Channel::API).await?;
    let named =
        filing.category.and_then(|id| tree.get(id)).or_else(|| tree.find_path(&filing.path));
    // A branch has no form; that it was named is a flaw of its own.
    match named.filter(|category| category.leaf.is_some()) {
        Some(category) => desk.form(category.id).await,
        None => Ok(Vec::new()),
    }
}
