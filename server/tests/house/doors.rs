//! What a browser's door lets in: cookies no script reads, no other site's forms, and not too much.

use crate::support::Server;

const SIGN_IN: &str = "contact=13812345521&password=mingtian-jian";

fn register(server: &Server) -> String {
    let form = format!("name=%E5%B0%8F%E7%BE%8E&phone=13812345521&{SIGN_IN}");
    server.post_form("/register", "", &form).header("set-cookie").unwrap()
}

/// The session in a cookie.
fn session(cookie: &str) -> &str {
    cookie.split(';').next().unwrap().split_once('=').unwrap().1
}

#[test]
fn a_session_is_for_the_server_alone() {
    let server = Server::start();

    let cookie = register(&server);

    for needed in ["gongdan_my=", "; Path=/", "; HttpOnly", "; SameSite=Lax"] {
        assert!(cookie.contains(needed), "{needed} in {cookie}");
    }
    assert!(!cookie.contains("Secure"), "without TLS nobody would send it back");
}

#[test]
fn behind_tls_a_session_never_goes_in_the_open() {
    let server = Server::start_with(&[("GONGDAN_BEHIND_PROXY", "true")]);
    register(&server);

    let answer = server.post_form("/sign-in", "x-forwarded-proto: https\r\n", SIGN_IN);

    assert!(answer.header("set-cookie").unwrap().contains("; Secure"));
}

#[test]
fn whoever_signs_in_gets_a_session_nobody_had_before() {
    let server = Server::start();
    let before = register(&server);
    let planted = format!("cookie: gongdan_my={}\r\n", session(&before));

    let after = server.post_form("/sign-in", &planted, SIGN_IN).header("set-cookie").unwrap();

    assert_ne!(session(&before), session(&after));
    assert!(session(&after).len() >= 32, "{after}");
}

#[test]
fn no_other_site_files_or_signs_in_for_somebody() {
    let server = Server::start();

    for door in ["/new", "/sign-in", "/register", "/t/GD-1/reply", "/files", "/sign-out"] {
        let refused = server.post_form(door, "sec-fetch-site: cross-site\r\n", SIGN_IN);
        assert_eq!(refused.status(), 403, "{door}");
        assert_eq!(refused.header("content-type").as_deref(), Some("application/problem+json"));
    }
}

#[test]
fn one_address_files_only_so_often() {
    let server = Server::start();
    let file = || server.post_form("/new", "", "description=x").status();

    let within: Vec<u16> = (0..20).map(|_| file()).collect();

    assert_eq!(within, [422; 20]);
    assert_eq!(file(), 429);
}

#[test]
fn one_address_guesses_only_so_often() {
    let server = Server::start();
    register(&server);
    let guess = || server.post_form("/sign-in", "", "contact=13812345521&password=wrong").status();

    let guesses: Vec<u16> = (0..11).map(|_| guess()).collect();

    assert_eq!(guesses[0], 403);
    assert_eq!(guesses[10], 429, "{guesses:?}");
    assert_eq!(server.post_form("/sign-in", "", SIGN_IN).status(), 429);
}
