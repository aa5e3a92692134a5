//! What the server answers about itself, and what it adds to every answer.

use std::fs;

use crate::people::an_agent;
use crate::support::{Server, folder};

#[test]
fn it_says_that_it_runs_and_can_work() {
    let server = Server::start();

    assert_eq!(server.get("/healthz").status(), 200);
    assert_eq!(server.get("/readyz").status(), 200);
}

#[tokio::test]
async fn it_counts_requests_by_route_and_open_streams() {
    let folder = folder();
    let lin = an_agent(&folder).await;
    let server = Server::start_in(folder, &[]);
    server.get("/healthz");
    let _listener = server.listen("/live", &lin);

    let figures = server.get("/metrics").text();

    let counted = r#"http_requests_total{method="GET",route="/healthz",status="200"} 1"#;
    assert!(figures.contains(counted), "{figures}");
    assert!(figures.contains("http_request_duration_seconds_bucket"), "{figures}");
    assert!(figures.contains("live_streams 1"), "{figures}");
}

#[test]
fn a_request_keeps_its_id() {
    let server = Server::start();

    let answer = server.get_with("/healthz", "x-request-id: from-the-proxy\r\n");

    assert_eq!(answer.header("x-request-id").as_deref(), Some("from-the-proxy"));
}

#[test]
fn a_request_without_an_id_gets_one() {
    let server = Server::start();

    assert!(server.get("/healthz").header("x-request-id").is_some());
}

#[test]
fn a_page_runs_only_the_scripts_it_came_with() {
    let server = Server::start();

    let (first, second) = (server.get("/"), server.get("/"));

    let nonce = |answer: &crate::support::Answer| {
        let policy = answer.header("content-security-policy").unwrap();
        policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned()
    };
    assert!(first.text().contains(&format!("nonce=\"{}\"", nonce(&first))));
    assert_ne!(nonce(&first), nonce(&second));
}

#[test]
fn what_is_not_a_page_may_load_nothing() {
    let server = Server::start();

    let answer = server.get("/healthz");

    let policy = answer.header("content-security-policy");
    assert_eq!(policy.as_deref(), Some("default-src 'none'; frame-ancestors 'none'"));
    assert_eq!(answer.header("x-content-type-options").as_deref(), Some("nosniff"));
    assert_eq!(answer.header("referrer-policy").as_deref(), Some("same-origin"));
}

#[test]
fn another_sites_form_is_refused() {
    let server = Server::start();

    let answer = server.post_with("/sf/app/portal/anything", "sec-fetch-site: cross-site\r\n");

    assert_eq!(answer.status(), 403);
}

#[test]
fn a_file_with_a_hashed_name_is_kept_for_ever_and_comes_compressed() {
    let site = folder();
    fs::create_dir_all(site.join("pkg")).unwrap();
    fs::write(site.join("names.json"), r#"{"portal.js":"portal.abc.js"}"#).unwrap();
    fs::write(site.join("pkg/portal.abc.js"), "plain").unwrap();
    fs::write(site.join("pkg/portal.abc.js.br"), "small").unwrap();
    let server = Server::start_with(&[("GONGDAN_SITE", site.to_str().unwrap())]);

    let plain = server.get("/pkg/portal.abc.js");
    let small = server.get_with("/pkg/portal.abc.js", "accept-encoding: gzip, br\r\n");

    let keep = plain.header("cache-control");
    assert_eq!(keep.as_deref(), Some("public, max-age=31536000, immutable"));
    assert_eq!(plain.text(), "plain");
    assert_eq!(small.text(), "small");
    assert_eq!(small.header("content-encoding").as_deref(), Some("br"));
    assert!(server.get("/").text().contains("/pkg/portal.abc.js"));
}

#[test]
fn a_public_file_is_asked_for_again_and_not_sent_again() {
    let site = folder();
    fs::create_dir_all(site.join("assets")).unwrap();
    fs::write(site.join("assets/icon.svg"), "<svg/>").unwrap();
    let server = Server::start_with(&[("GONGDAN_SITE", site.to_str().unwrap())]);
    let first = server.get("/assets/icon.svg");
    let tag = first.header("etag").unwrap();

    let second = server.get_with("/assets/icon.svg", &format!("if-none-match: {tag}\r\n"));

    assert_eq!(first.header("cache-control").as_deref(), Some("no-cache"));
    assert_eq!(second.status(), 304);
}

#[test]
fn a_stranger_hears_nothing() {
    let server = Server::start();

    assert_eq!(server.get("/live").status(), 401);
    assert_eq!(server.get("/t/GD-1/live?k=forged").status(), 404);
}
