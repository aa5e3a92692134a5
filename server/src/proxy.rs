//! Where a request really comes from.
//!
//! Everything behind this layer may believe `X-Forwarded-For` and `X-Forwarded-Proto`: the first
//! holds one address, and neither can be made up by the one who asks.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

const FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// Who stands between us and the browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// Nobody: what is said about forwarding is made up.
    Nothing,
    /// Our own proxy, which adds the address it sees to the end of the list.
    Proxy,
}

pub async fn settle_origin(
    State(between): State<Between>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
    next: Next,
) -> Response {
    settle(between, peer, request.headers_mut());
    next.run(request).await
}

fn settle(between: Between, peer: SocketAddr, headers: &mut HeaderMap) {
    let said = match between {
        Between::Proxy => last_of_list(headers),
        Between::Nothing => None,
    };
    if between == Between::Nothing {
        headers.remove(PROTO);
    }
    let address = said.unwrap_or_else(|| peer.ip().to_string());
    if let Ok(address) = HeaderValue::from_str(&address) {
        headers.insert(FOR, address);
    }
}

/// What stands before it came from the browser, and may say anything.
fn last_of_list(headers: &HeaderMap) -> Option<String> {
    let list = headers.get_all(FOR).iter().next_back()?.to_str().ok()?;
    list.rsplit(',').next().map(|address| address.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(between: Between, said: &'static str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(FOR, HeaderValue::from_static(said));
        headers.insert(PROTO, HeaderValue::from_static("https"));
        settle(between, "192.0.2.7:5000".parse().unwrap(), &mut headers);
        headers
    }

    #[test]
    fn without_a_proxy_nobody_says_where_they_are_from() {
        let headers = seen(Between::Nothing, "203.0.113.1");

        assert_eq!(headers[FOR], "192.0.2.7");
        assert!(!headers.contains_key(PROTO));
    }

    #[test]
    fn the_proxy_is_believed_and_not_who_speaks_through_it() {
        let headers = seen(Between::Proxy, "made.up, 203.0.113.1");

        assert_eq!(headers[FOR], "203.0.113.1");
        assert_eq!(headers[PROTO], "https");
    }
}
