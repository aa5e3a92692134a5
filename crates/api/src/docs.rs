//! `/api/openapi.json` and `/api/docs`: the document, and a page to read and try it.

use axum::Router;
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use axum::middleware::map_response;
use axum::response::Response;
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::{Config, SwaggerUi};

/// Everything the page needs comes from here. Swagger UI styles with attributes and draws its
/// icons from `data:` addresses.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'",
);

pub(crate) fn router(document: OpenApi) -> Router {
    let page = SwaggerUi::new("/api/docs").url("/api/openapi.json", document).config(
        Config::default()
            .try_it_out_enabled(true)
            .display_request_duration(true)
            .doc_expansion("list")
            // It would send the address of this desk to a service on the internet.
            .validator_url("none"),
    );
    Router::from(page).layer(map_response(guarded))
}

async fn guarded(mut response: Response) -> Response {
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, POLICY);
    response
}
