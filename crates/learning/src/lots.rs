//! Lots that fall the same everywhere and for ever: a printed paper must print again, and two devices must choose the same five.
//!
//! Own code of ten lines and no crate, because a crate may change what it draws.

/// SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014). Changing it reprints every paper otherwise.
#[derive(Debug, Clone)]
pub struct Lots(u64);

impl Lots {
    /// Lots of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Lots of a seed and a name: those of one name tell nothing about those of another.
    #[must_use]
    pub fn named(seed: u64, name: &str) -> Self {
        // FNV-1a.
        let hash = name
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let mut lots = Self(seed);
        Self(lots.draw() ^ hash)
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below another, as good as evenly; 0 below 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        usize::try_from(self.draw() % end.max(1)).unwrap_or(0)
    }

    /// Shuffles (Fisher and Yates).
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let other = self.below(last + 1);
            things.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lots;

    /// The first numbers of seed 1234567, as published with the reference implementation (Vigna, splitmix64.c) on Rosetta Code.
    #[test]
    fn the_numbers_are_those_of_splitmix64() {
        let mut lots = Lots::new(1_234_567);
        let drawn: Vec<u64> = (0..5).map(|_| lots.draw()).collect();
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!(drawn, published);
    }

    #[test]
    fn a_shuffle_never_changes() {
        let mut things: Vec<u8> = (0..10).collect();
        Lots::named(7, "question").shuffle(&mut things);
        assert_eq!(things, [4, 3, 0, 7, 5, 1, 6, 9, 8, 2]);
    }
}
