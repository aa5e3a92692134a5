//! Keys by which the server knows that it has heard something before.

/// One nobody has used.
pub fn new() -> String {
    place::new()
}

#[cfg(feature = "ssr")]
mod place {
    pub fn new() -> String {
        leptos::nonce::Nonce::new().to_string()
    }
}

#[cfg(not(feature = "ssr"))]
mod place {
    /// Two times 53 bits: enough for the keys of one customer.
    pub fn new() -> String {
        format!("{:x}-{:x}", js_sys::Math::random().to_bits(), js_sys::Math::random().to_bits())
    }
}
