//! What the program says: Chinese, unless `--lang en` was given.

use publish::fault::Language;
use std::ffi::OsString;

/// The language of all messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tongue(Language);

impl Tongue {
    /// The one that a command line asks for. It is known before anything can be wrong with the rest.
    pub fn of(arguments: &[OsString]) -> Self {
        let apart = arguments.windows(2).any(|two| two[0] == "--lang" && two[1] == "en");
        let joined = arguments.iter().any(|one| one == "--lang=en");
        Self(if apart || joined { Language::English } else { Language::Chinese })
    }

    /// As the publisher knows it.
    pub fn language(self) -> Language {
        self.0
    }

    /// Chooses between two texts that say the same.
    pub fn say(self, zh: impl Into<String>, en: impl Into<String>) -> String {
        match self.0 {
            Language::Chinese => zh.into(),
            Language::English => en.into(),
        }
    }
}

/// A window that a double click opened closes with the program: what was said in it must stay until it is read.
pub fn wait_for_enter(tongue: Tongue) {
    eprintln!("{}", tongue.say("\n按回车键关闭。", "\nPress Enter to close."));
    let mut line = String::new();
    // Without a keyboard there is nobody to wait for.
    let _ = std::io::stdin().read_line(&mut line);
}

#[cfg(test)]
mod tests {
    use super::Tongue;

    #[test]
    fn chinese_is_spoken_unless_english_is_asked_for() {
        let say =
            |arguments: &[&str]| Tongue::of(&arguments.iter().map(Into::into).collect::<Vec<_>>()).say("zh", "en");
        assert_eq!(say(&["check"]), "zh");
        assert_eq!(say(&["check", "--lang", "zh"]), "zh");
        assert_eq!(say(&["check", "--lang", "en"]), "en");
        assert_eq!(say(&["check", "--lang=en"]), "en");
    }
}
