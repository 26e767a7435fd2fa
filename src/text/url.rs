//! Canonical addresses: two addresses that surely lead to the same page become one string.

/// The canonical form of an address, for comparing only, never for publishing.
/// `None` where it is no http(s) address.
pub fn canonical(address: &str) -> Option<String> {
    let url = url::Url::parse(address.trim()).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| {
        let host = url.host_str().unwrap_or_default().trim_start_matches("www.");
        let query = url.query().map(|q| format!("?{q}")).unwrap_or_default();
        format!("{host}{}{query}", url.path().trim_end_matches('/'))
    })
}

/// The host of an address without `www.`, in lower case.
pub fn domain(address: &str) -> Option<String> {
    let url = url::Url::parse(address.trim()).ok()?;
    Some(url.host_str()?.trim_start_matches("www.").to_ascii_lowercase())
}
