//! The OpenAPI document: what the handlers do not say by themselves.

use utoipa::OpenApi as _;
use utoipa::openapi::path::{Operation, ParameterIn, PathItem};
use utoipa::openapi::schema::{ObjectBuilder, SchemaType, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, HeaderBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder, Schema,
};

use crate::error::Problem;
use crate::events::NewsBody;

#[derive(utoipa::OpenApi)]
#[openapi(
    info(title = "Gongdan", version = "1", description = "\
The JSON API of a Gongdan 工单 desk. Programs do here what people do in the workspace, with the \
same permissions. A token comes from `gongdan token create --agent LOGIN --scope SCOPE…`.\n\n\
Lists are pages: send `next_cursor` as `cursor` for the next one. Refusals are \
`application/problem+json` with a `code` that never changes its meaning. Times are RFC 3339 in \
UTC. New members may appear in answers at any time."),
    components(schemas(NewsBody, Problem)),
    tags(
        (name = "tickets", description = "File, find, read, reply"),
        (name = "actions", description = "What can be done with a ticket"),
        (name = "supervisions", description = "Requirements leaders lay over tickets 督办"),
        (name = "worklist", description = "What is to be done now, and doing it"),
        (name = "partner", description = "What a supplier or merchant is asked, and answers"),
        (name = "categories", description = "What can be filed"),
        (name = "flows", description = "How tickets move"),
        (name = "customers", description = "Who is served"),
        (name = "attachments", description = "Files"),
        (name = "people", description = "Who works here"),
        (name = "calculators", description = "Declared formulas, and what was calculated with them"),
        (name = "board", description = "Numbers of the day"),
        (name = "things", description = "Other systems: what a ticket is about there, and what they are asked"),
        (name = "inbound", description = "What other systems tell the desk"),
        (name = "connectors", description = "Which other systems there are"),
        (name = "events", description = "What happens, as it happens"),
    ),
)]
struct Skeleton;

const BEARER: &str = "token";

pub(crate) fn skeleton() -> OpenApi {
    Skeleton::openapi()
}

/// Adds what is true of every operation.
pub(crate) fn complete(document: &mut OpenApi) {
    let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("gd_…");
    let components = document.components.get_or_insert_default();
    components.add_security_scheme(BEARER, SecurityScheme::Http(token.build()));
    document.security = Some(vec![SecurityRequirement::new(BEARER, Vec::<String>::new())]);
    for (path, item) in &mut document.paths.paths {
        let named = path.contains('{');
        for (operation, acts) in operations(item) {
            plain_parameters(operation);
            plain_body(operation);
            // What is named in a body may not be there either; such an operation says so itself.
            let named = named || operation.responses.responses.contains_key("404");
            refusals(operation, named, acts);
        }
    }
}

/// Each operation, and whether it changes something.
fn operations(item: &mut PathItem) -> impl Iterator<Item = (&mut Operation, bool)> {
    let acts = [item.post.as_mut(), item.patch.as_mut(), item.put.as_mut(), item.delete.as_mut()];
    let acts = acts.into_iter().flatten().map(|operation| (operation, true));
    item.get.as_mut().map(|operation| (operation, false)).into_iter().chain(acts)
}

/// There is no `null` in an address or a header. `q=` is allowed, and says as little as nothing.
fn plain_parameters(operation: &mut Operation) {
    for parameter in operation.parameters.iter_mut().flatten() {
        let RefOr::T(parameter) = parameter else { continue };
        if let Some(RefOr::T(Schema::Object(object))) = &mut parameter.schema {
            object.schema_type = without_null(&object.schema_type);
        }
        if parameter.parameter_in == ParameterIn::Query {
            let empty = [("allowEmptyValue", true)].into_iter().collect();
            parameter.extensions.get_or_insert_default().merge(empty);
        }
    }
}

fn without_null(kind: &SchemaType) -> SchemaType {
    match kind {
        SchemaType::Array(kinds) => {
            let one = kinds.iter().find(|kind| **kind != Type::Null);
            one.map_or(SchemaType::AnyValue, |kind| SchemaType::Type(kind.clone()))
        }
        other => other.clone(),
    }
}

/// A body that may be left out is left out, and not `null`.
fn plain_body(operation: &mut Operation) {
    let Some(RefOr::T(body)) = &mut operation.request_body else { return };
    for content in body.content.values_mut() {
        let RefOr::T(content) = content else { continue };
        if let Some(RefOr::T(Schema::OneOf(either))) = &content.schema {
            content.schema = either.items.iter().find(|one| matches!(one, RefOr::Ref(_))).cloned();
        }
    }
}

/// The ways in which an operation can be refused.
fn refusals(operation: &mut Operation, named: bool, acts: bool) {
    let body = operation.request_body.is_some();
    let parameters = operation.parameters.as_ref().is_some_and(|all| !all.is_empty());
    let known = [
        (400, "The request cannot be read", body || parameters),
        (401, "There is no token, or it is unknown or expired", true),
        (403, "You may not do that", true),
        (404, "There is no such thing, or you may not know that there is", named),
        (409, "It does not fit what has become of it meanwhile", acts),
        (413, "Too large", body),
        (415, "Not the kind of body that is wanted", body),
        (422, "Some of what was sent cannot be; `errors` says what", acts || parameters),
        (429, "Too often; `Retry-After` says when to try again", acts),
        (500, "Something went wrong on our side", true),
    ];
    for (status, description, _) in known.into_iter().filter(|(_, _, possible)| *possible) {
        let answer = refusal(status, description);
        operation.responses.responses.insert(status.to_string(), RefOr::T(answer));
    }
}

fn refusal(status: u16, description: &str) -> Response {
    let problem = RefOr::Ref(Ref::from_schema_name("Problem"));
    let content = ContentBuilder::new().schema(Some(problem)).build();
    let text = || HeaderBuilder::new().schema(Some(text_schema())).build();
    let answer = ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", content);
    match status {
        401 => answer.header("WWW-Authenticate", text()),
        429 => answer.header("Retry-After", text()),
        _ => answer,
    }
    .build()
}

fn text_schema() -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(SchemaType::Type(Type::String)).build().into()
}
