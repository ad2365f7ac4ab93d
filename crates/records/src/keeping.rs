//! When what is being written goes to the disk, and what is said of it.
