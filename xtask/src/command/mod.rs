//! One file for each command.

pub mod attendance;
pub mod bench;
pub mod build;
pub mod check;
pub mod fuzz;
pub mod host;
pub mod kit;
pub mod new;
pub mod publish;
pub mod serve;
pub mod test;
