//! What is sealed here opens with the `age` command, and the other way round.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use entry::seal::{Identity, Recipient, armour, open, seal, unarmour};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const SIZES: [usize; 6] = [0, 1, 65_535, 65_536, 65_537, 200_000];

fn key_file() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/test-organiser.key.txt"))
}

fn identity() -> Identity {
    Identity::parse(&std::fs::read_to_string(key_file()).unwrap()).unwrap()
}

/// What the command makes of `input`; `None` if it refuses.
fn age(arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let mut command = Command::new("age");
    let mut child =
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_vec());
    // It ends early when it refuses; what is then not taken does not matter.
    let writer = std::thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output.status.success().then_some(output.stdout)
}

/// Whether the command is here. Where it is not, the summary of the tests counts it.
fn is_here() -> bool {
    let is_here = Command::new("age").arg("--version").stdout(Stdio::null()).status().is_ok();
    if !is_here {
        println!("SKIPPED age: the command is not here (apt-get install age)");
    }
    is_here
}

fn content(size: usize) -> Vec<u8> {
    (0..size).map(|index| u8::try_from(index % 251).unwrap()).collect()
}

#[test]
fn the_command_opens_what_is_sealed_here() {
    if !is_here() {
        return;
    }
    let key = key_file();
    for size in SIZES {
        let sealed = seal(&content(size), &identity().recipient(), &[7; 64]).unwrap();
        let decrypt = ["--decrypt", "--identity", key.to_str().unwrap()];
        assert_eq!(age(&decrypt, &sealed), Some(content(size)), "{size}");
        assert_eq!(age(&decrypt, armour(&sealed).as_bytes()), Some(content(size)), "{size}, armour");
        assert_eq!(age(&decrypt, &sealed[..sealed.len() - 1]), None, "{size}, cut");
    }
}

#[test]
fn what_the_command_seals_opens_here() {
    if !is_here() {
        return;
    }
    let recipient = identity().recipient().to_string();
    let other = Recipient::parse("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj").unwrap().to_string();
    for size in SIZES {
        let encrypt = ["--encrypt", "--recipient", &other, "--recipient", &recipient];
        assert_eq!(open(&age(&encrypt, &content(size)).unwrap(), &identity()), Ok(content(size)), "{size}");
        let text = age(&["--encrypt", "--armor", "--recipient", &recipient], &content(size)).unwrap();
        let sealed = unarmour(std::str::from_utf8(&text).unwrap()).unwrap();
        assert_eq!(open(&sealed, &identity()), Ok(content(size)), "{size}, armour");
    }
}
