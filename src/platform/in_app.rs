//! Browsers inside other apps: they open links, and most of them save no files.

use super::window;

/// What such browsers call themselves, with those whose own name is known to learners.
const NAMES: [(&str, InApp); 5] = [
    ("MicroMessenger", InApp::WeChat),
    ("QQ/", InApp::Qq),
    ("DingTalk", InApp::Other),
    ("Weibo", InApp::Other),
    ("AlipayClient", InApp::Other),
];

/// An app with a browser inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InApp {
    /// 微信
    WeChat,
    /// QQ
    Qq,
    /// Another one.
    Other,
}

/// The app in whose browser this page is open, as far as it says so.
pub fn here() -> Option<InApp> {
    let agent = window().navigator().user_agent().unwrap_or_default();
    NAMES.into_iter().find(|(name, _)| agent.contains(name)).map(|(_, app)| app)
}
