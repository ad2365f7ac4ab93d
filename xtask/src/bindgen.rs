//! What Trunk takes for wasm-bindgen: this program under another name. It lowers what the compiler made, then calls the real one.
//!
//! Rust's standard library says that it may use reference types, and wasm-bindgen goes by that: the program would then need a browser of
//! 2022. Its code uses none of them. So the names in the section `target_features` are turned from "used" to "not allowed"; nothing else is
//! changed (docs/DESIGN.md).

use anyhow::{Context, Result, ensure};
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

/// The name under which this program is called by Trunk.
pub const NAME: &str = "wasm-bindgen";
/// The environment variable that names the real one.
pub const REAL: &str = "HUAIDE_WASM_BINDGEN";
/// What no program may use: engines before 2022 do not know it.
const NEWER: [&str; 3] = ["reference-types", "multivalue", "call-indirect-overlong"];
/// The section that says which features a program uses.
const SECTION: &str = "target_features";

/// Whether this program was called as wasm-bindgen.
pub fn is_called() -> bool {
    std::env::args_os().next().is_some_and(|own| Path::new(&own).file_stem().is_some_and(|name| name == NAME))
}

/// Lowers the programs that are named, and goes on as the real wasm-bindgen.
pub fn run() -> Result<ExitCode> {
    let real = std::env::var_os(REAL).context("this is called by cargo xtask alone")?;
    let arguments: Vec<OsString> = std::env::args_os().skip(1).map(lowered).collect::<Result<_>>()?;
    let status = Command::new(&real).args(arguments).status();
    let status = status.with_context(|| format!("cannot start {}", Path::new(&real).display()))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The same argument; a program's is that of a lowered copy beside it.
fn lowered(argument: OsString) -> Result<OsString> {
    let program = Path::new(&argument);
    if program.extension().is_none_or(|end| end != "wasm") || !program.is_file() {
        return Ok(argument);
    }
    let mut bytes = fs::read(program).with_context(|| format!("cannot read {}", program.display()))?;
    lower(&mut bytes).with_context(|| format!("cannot lower {}", program.display()))?;
    let copy = program.with_extension("lowered.wasm");
    fs::write(&copy, bytes).with_context(|| format!("cannot write {}", copy.display()))?;
    Ok(copy.into_os_string())
}

/// Says of every newer feature that it is not used. The format:
/// <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md#target-features-section>
fn lower(program: &mut [u8]) -> Result<()> {
    ensure!(program.starts_with(b"\0asm"), "it is no WebAssembly");
    let mut at = 8;
    while at < program.len() {
        let (kind, mut next) = (program[at], at + 1);
        let length = number(program, &mut next)?;
        let end = next.checked_add(length).filter(|end| *end <= program.len()).context("a section is cut off")?;
        if kind == 0 {
            let name = text(program, &mut next)?;
            if program[name] == *SECTION.as_bytes() {
                return lower_section(&mut program[next..end]);
            }
        }
        at = end;
    }
    Ok(())
}

fn lower_section(section: &mut [u8]) -> Result<()> {
    let mut at = 0;
    for _ in 0..number(section, &mut at)? {
        let sign = at;
        at += 1;
        let name = text(section, &mut at)?;
        if NEWER.iter().any(|newer| section[name.clone()] == *newer.as_bytes()) {
            section[sign] = b'-';
        }
    }
    Ok(())
}

/// A number in LEB128.
fn number(bytes: &[u8], at: &mut usize) -> Result<usize> {
    let (mut number, mut shift) = (0_usize, 0);
    loop {
        let byte = *bytes.get(*at).context("it is cut off")?;
        *at += 1;
        number |= usize::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            return Ok(number);
        }
        ensure!(shift < 35, "a number is too long");
    }
}

/// Where a text stands that follows its length.
fn text(bytes: &[u8], at: &mut usize) -> Result<std::ops::Range<usize>> {
    let length = number(bytes, at)?;
    let text = *at..*at + length;
    ensure!(text.end <= bytes.len(), "a text is cut off");
    *at = text.end;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::lower;
    use anyhow::Result;

    /// A program with a custom section before the one that is meant.
    fn program(features: &[(u8, &str)]) -> Vec<u8> {
        let mut section = vec![15];
        section.extend(b"target_features");
        section.push(features.len() as u8);
        for (sign, name) in features {
            section.extend([*sign, name.len() as u8]);
            section.extend(name.bytes());
        }
        let mut program = b"\0asm\x01\0\0\0\0\x05\x04name".to_vec();
        program.extend([0, section.len() as u8]);
        program.extend(section);
        program
    }

    #[test]
    fn newer_features_are_said_to_be_unused_and_nothing_else_changes() -> Result<()> {
        let features =
            |sign| [(b'+', "bulk-memory"), (sign, "multivalue"), (sign, "reference-types"), (b'+', "sign-ext")];
        let mut lowered = program(&features(b'+'));
        lower(&mut lowered)?;
        assert_eq!(lowered, program(&features(b'-')));
        Ok(())
    }

    #[test]
    fn what_is_cut_off_is_told_and_never_panics() {
        let whole = program(&[(b'+', "multivalue")]);
        for end in 0..whole.len() {
            let _ = lower(&mut whole[..end].to_vec());
        }
        assert!(lower(&mut whole[..whole.len() - 2].to_vec()).is_err());
        assert!(lower(&mut b"no program".to_vec()).is_err());
    }
}
