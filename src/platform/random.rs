//! Randomness, also where the connection is plain http.

use super::window;

/// Ten random bytes.
pub fn ten_bytes() -> [u8; 10] {
    let mut bytes = [0; 10];
    if let Ok(crypto) = window().crypto() {
        // It fails for requests over 64 kB only.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

/// Random bytes that nobody else may guess; `None` where the browser has none, rather than any others.
pub fn secret<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}
