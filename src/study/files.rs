//! Files that leave the browser or come into it.
