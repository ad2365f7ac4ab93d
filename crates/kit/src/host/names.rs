//! By which names this machine is called. A page of another site can let its own name lead here (DNS rebinding) and then read what is
//! served; so only those are answered who call this machine as its own people do.

use hyper::Request;
use hyper::header::HOST;
use hyper::http::uri::Authority;
use std::net::{IpAddr, Ipv6Addr};

/// The names besides addresses.
pub(super) struct Names(Vec<String>);

impl Names {
    /// Those of this machine, and others that it was given.
    pub fn new(given: &[String]) -> Self {
        let machine = gethostname::gethostname().to_string_lossy().to_lowercase();
        let local = format!("{machine}.local");
        let given = given.iter().map(|name| name.trim_end_matches('.').to_lowercase());
        Self(
            ["localhost".to_owned(), machine, local].into_iter().chain(given).filter(|name| !name.is_empty()).collect(),
        )
    }

    /// Whether a request that came to the address `came_to` of this machine is meant for it.
    pub fn are_asked<B>(&self, request: &Request<B>, came_to: IpAddr) -> bool {
        let mut said = request.headers().get_all(HOST).iter();
        let header = said.next().and_then(|value| Authority::try_from(value.as_bytes()).ok());
        let (Some(header), None) = (header, said.next()) else { return false };
        let mut authorities = std::iter::once(&header).chain(request.uri().authority());
        authorities.all(|authority| self.is_own(authority, came_to))
    }

    fn is_own(&self, authority: &Authority, came_to: IpAddr) -> bool {
        if authority.as_str().contains('@') {
            return false;
        }
        let name = authority.host();
        let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
        let address = match bare {
            Some(bare) => bare.parse::<Ipv6Addr>().map(IpAddr::from).ok(),
            None => name.parse().ok(),
        };
        match address {
            Some(address) => address.is_loopback() || address == came_to || super::network::has(address),
            None => {
                let name = name.strip_suffix('.').unwrap_or(name).to_lowercase();
                name.ends_with(".localhost") || self.0.contains(&name)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use anyhow::Result;
    use hyper::Request;
    use std::net::{IpAddr, Ipv4Addr};

    #[test]
    fn only_those_are_answered_who_call_this_machine_by_its_name() -> Result<()> {
        let names = Names::new(&["Xueyuan.lan".to_owned()]);
        let came_to = IpAddr::from(Ipv4Addr::new(192, 0, 2, 7));
        let check = |hosts: &[&str], address: &str, expect: bool| -> Result<()> {
            let request = hosts.iter().fold(Request::get(address), |request, host| request.header("host", *host));
            assert_eq!(names.are_asked(&request.body(())?, came_to), expect, "{hosts:?} {address}");
            Ok(())
        };
        for own in [
            "localhost",
            "LOCALHOST:8080",
            "localhost.",
            "a.localhost",
            "127.0.0.1:1",
            "[::1]:8080",
            "192.0.2.7",
            "xueyuan.lan",
        ] {
            check(&[own], "/", true)?;
        }
        for other in
            ["evil.example", "localhost.evil.example", "192.0.2.8", "me@localhost", "", "localhost evil", "xlocalhost"]
        {
            check(&[other], "/", false)?;
        }
        check(&[], "/", false)?;
        check(&["localhost", "localhost"], "/", false)?;
        check(&["localhost"], "http://evil.example/", false)?;
        check(&["localhost"], "http://localhost/", true)
    }
}
