//! What was on the disk once, noted outside the store.
