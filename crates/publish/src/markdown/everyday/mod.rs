//! Signs of everyday writing that Markdown would take for its own: leading blanks of a pasted paragraph ([`blanks`]); `~` between
//! numbers, `*` between factors, lines to write on ([`signs`]); names with stars in them ([`names`]). They stay what they look like.

pub(super) mod blanks;
pub(super) mod names;
pub(super) mod signs;
