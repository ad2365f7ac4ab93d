//! Where the other machines of the network find this one.

use if_addrs::IfAddr;
use std::net::{IpAddr, Ipv4Addr};

/// The addresses of this machine in its networks, those of homes and offices first.
pub(super) fn addresses() -> Vec<String> {
    let all = if_addrs::get_if_addrs().unwrap_or_default();
    let addresses = all.into_iter().filter_map(|interface| match interface.addr {
        IfAddr::V4(address) => Some(address.ip),
        IfAddr::V6(_) => None,
    });
    sorted(addresses.collect())
}

/// Whether this machine has an address.
pub(super) fn has(address: IpAddr) -> bool {
    if_addrs::get_if_addrs().is_ok_and(|all| all.iter().any(|interface| interface.ip() == address))
}

fn sorted(mut addresses: Vec<Ipv4Addr>) -> Vec<String> {
    addresses.retain(|address| !address.is_loopback() && !address.is_link_local() && !address.is_unspecified());
    // Docker and virtual machines use 172.16 to 172.31; a router's own network is seldom there.
    addresses.sort_by_key(|address| (!address.is_private(), address.octets()[0] == 172, *address));
    addresses.dedup();
    addresses.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn the_network_of_the_house_comes_first() {
        let all = ["127.0.0.1", "169.254.1.1", "8.8.8.8", "172.17.0.1", "192.168.1.5"];
        let all = all.iter().filter_map(|address| address.parse().ok()).collect();
        assert_eq!(sorted(all), ["192.168.1.5", "172.17.0.1", "8.8.8.8"]);
    }
}
