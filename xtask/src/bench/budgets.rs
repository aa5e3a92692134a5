//! What `design.md` allows, by the name of what is measured.

#[derive(Clone, Copy)]
pub enum Budget {
    AtMost(f64),
    AtLeast(f64),
}

pub fn of(name: &str) -> Option<(Budget, &'static str)> {
    use Budget::{AtLeast, AtMost};
    Some(match name {
        "worklist p95" | "view p95" | "view of all p95" => (AtMost(50.0), "ms"),
        "worklist growth" | "view growth" | "view of all growth" => (AtMost(1.5), "×"),
        "ticket p95" => (AtMost(60.0), "ms"),
        "search p95" | "search rare p95" | "event to screen" => (AtMost(200.0), "ms"),
        "event to other process" => (AtMost(1000.0), "ms"),
        "board p95" => (AtMost(300.0), "ms"),
        "reply 1 p95" | "reply 16 p95" => (AtMost(40.0), "ms"),
        "create 16 per s" | "reply 16 per s" => (AtLeast(1000.0), "per s"),
        "bulk 500" => (AtMost(3000.0), "ms"),
        "500 listening" => (AtMost(1.0), "cores"),
        "memory idle" => (AtMost(80.0), "MB"),
        "memory loaded" => (AtMost(300.0), "MB"),
        "bytes per ticket" => (AtMost(4096.0), "B"),
        "portal.wasm" | "partner.wasm" => (AtMost(250.0), "kB"),
        "desk.wasm" | "admin.wasm" => (AtMost(450.0), "kB"),
        // What a phone loads before the program comes: the page and the style sheet.
        "first page" | "filing page" => (AtMost(50.0), "kB"),
        _ => return None,
    })
}

/// What a row without a budget is measured in.
pub fn unit(name: &str) -> &'static str {
    if name.ends_with("per s") {
        "per s"
    } else if name.ends_with("p95") {
        "ms"
    } else if name.ends_with("css") {
        "kB"
    } else {
        ""
    }
}
