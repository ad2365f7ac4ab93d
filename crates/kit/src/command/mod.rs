//! One file for each command.

pub mod attendance;
pub mod check;
pub mod click;
pub mod host;
pub mod new;
pub mod publish;
pub mod serve;
