//! `attendance`: the code on the wall of an activity, and the lines of the activity's file that confirm it.

use crate::options::Options;
use crate::words::Tongue;
use anyhow::{Result, anyhow};
use pbkdf2::pbkdf2_hmac_array;
use sha2::Sha256;
use youth::attendance::{self, Code, Fault, LENGTH, ROUNDS};

/// How many bytes the salt has.
const SALT: usize = 16;

/// Prints the code, a new one if none was given, and the lines.
pub fn run(options: &Options) -> Result<bool> {
    let tongue = options.tongue;
    let code = match &options.code {
        None => attendance::make(random::<LENGTH>()?),
        Some(typed) => attendance::typed(typed).map_err(|fault| anyhow!(say_fault(fault, tongue)))?,
    };
    println!("{}", told(&code, &lines(&code, random()?), tongue));
    Ok(true)
}

/// What stands in the activity's file: the code itself does not.
fn lines(code: &Code, salt: [u8; SALT]) -> String {
    let hash: [u8; 32] = pbkdf2_hmac_array::<Sha256, 32>(code.as_str().as_bytes(), &salt, ROUNDS);
    let (salt, hash) = (attendance::to_hex(&salt), attendance::to_hex(&hash));
    format!("[attendance]\nsalt = \"{salt}\"\nhash = \"{hash}\"\nrounds = {ROUNDS}")
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| anyhow!("{error}"))?;
    Ok(bytes)
}

fn told(code: &Code, lines: &str, tongue: Tongue) -> String {
    tongue.say(
        format!(
            "签到码：{code}\n\n\
             一、把它写大，活动当天贴在现场的墙上。它不会写进网站，请自己收好。\n\
             二、把下面几行抄到这次活动的文件里，放在开头设置的最后，第二个 +++ 的前面：\n\n\
             {lines}\n\n\
             签到图的是方便，不能当作证明：知道签到码的人在家里也能填。一次活动用一个新的签到码。"
        ),
        format!(
            "The code: {code}\n\n\
             1. Write it large, and put it on the wall on the day. It does not go into the site; keep it yourself.\n\
             2. Copy these lines into the file of the activity, as the last settings, before the second +++:\n\n\
             {lines}\n\n\
             A code is a convenience and no proof: whoever knows it can type it at home. Take a new one for every activity."
        ),
    )
}

fn say_fault(fault: Fault, tongue: Tongue) -> String {
    match fault {
        Fault::Empty => tongue.say("签到码是空的；不写就新做一个", "the code is empty; without one, a new one is made"),
        Fault::Foreign(character) => tongue.say(
            format!("签到码里不能有“{character}”：只用数字和英文字母，没有 U"),
            format!("a code has no {character:?}: it has digits and letters, without U"),
        ),
        Fault::Length(length) => tongue.say(
            format!("签到码要正好 {LENGTH} 个字符，这里有 {length} 个"),
            format!("a code has {LENGTH} characters, and this one has {length}"),
        ),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn the_lines_hold_the_slow_hash_and_not_the_code() {
        let code = attendance::typed("7k2m-9xq4").unwrap();
        let lines = lines(&code, [7; SALT]);
        // As Python's hashlib.pbkdf2_hmac("sha256", b"7K2M9XQ4", bytes([7] * 16), 300_000) says.
        let expect = "[attendance]\nsalt = \"07070707070707070707070707070707\"\nhash = \"bf768d033a44af92f2d67f65bdc6170deef81fe785843e401f9d58f331b84fcd\"\nrounds = 300000";
        assert_eq!(lines, expect);
    }

    #[test]
    fn every_code_and_every_salt_is_another_one() {
        assert_ne!(random::<SALT>().unwrap(), random::<SALT>().unwrap());
        assert_ne!(attendance::make(random().unwrap()), attendance::make(random().unwrap()));
    }
}
