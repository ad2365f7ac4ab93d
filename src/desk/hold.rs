//! Which tab writes something: one at a time, so that two never write over each other.
//!
//! The tab that writes has put its name under a key of localStorage. Another one that opens asks; whoever hears it answers at once, and
//! the other only shows. One that takes over puts its own name there; the tab that wrote hears it, writes its last keys, and says
//! that it let go: only then does the new one read the draft. A tab that does not answer is gone; one that crashed is not waited for,
//! for it has lost the lock that every tab has as long as it lives.
//!
//! What can be written in many places of one page ([`Hold::when_written`]) is nobody's as long as nothing is written: each tab may begin, and
//! the first key puts the name there.

use crate::platform::{clock, local, lock, random, tabs};
use gloo::events::EventListener;
use model::{EventId, LearnerId};
use std::cell::Cell;
use std::rc::Rc;

/// How long a tab has to answer, in milliseconds.
const ANSWER_MS: u32 = 500;
/// How long it has to let go.
const LET_GO_MS: u32 = 1_500;
/// Who hears it later than this writes no more: the other tab may have read the draft.
const LATE_MS: i64 = 1_000;

thread_local! {
    /// The name of this page, which no other has.
    static PAGE: String = EventId::new(clock::now().unix_ms, random::ten_bytes()).to_string();
    /// How many were opened in it.
    static OPENED: Cell<u32> = const { Cell::new(0) };
    /// Whether it has its lock.
    static LIVES: Cell<bool> = const { Cell::new(false) };
}

/// What this tab has of something that is written. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct Hold(Rc<Parts>);

struct Parts {
    /// Under it stands who writes, as `name@milliseconds`.
    token: String,
    /// Under it the tabs talk: `ask NAME`, `here NAME`, `left NAME`.
    talk: String,
    own: String,
    /// Whether the name stands there before anything is written.
    always: bool,
    mine: Cell<bool>,
    /// Whether the name stands there, as far as this tab knows.
    named: Cell<bool>,
    answered: tabs::Answer,
    left: tabs::Answer,
}

/// What a tab hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Another tab writes from now on; whether there is time to write the last keys.
    Taken {
        /// Whether there is.
        in_time: bool,
    },
    /// The tab that wrote is gone.
    Free,
}

impl Hold {
    /// Nothing is held yet. The slip says of what: `essay/zhengwen-2027`.
    pub fn new(learner: LearnerId, slip: &str) -> Self {
        Self::of(learner, slip, true)
    }

    /// The same of something that is nobody's as long as nothing is written.
    pub fn when_written(learner: LearnerId, slip: &str) -> Self {
        Self::of(learner, slip, false)
    }

    fn of(learner: LearnerId, slip: &str, always: bool) -> Self {
        let own = format!("{}.{}", PAGE.with(Clone::clone), OPENED.replace(OPENED.get() + 1));
        let (family, name) = slip.split_once('/').unwrap_or((slip, ""));
        Self(Rc::new(Parts {
            token: format!("huaide.{family}/{learner}/{name}"),
            talk: format!("huaide.{family}-talk/{learner}/{name}"),
            own,
            always,
            mine: Cell::new(false),
            named: Cell::new(false),
            answered: tabs::Answer::default(),
            left: tabs::Answer::default(),
        }))
    }

    /// The name under which it writes, which nothing else has.
    pub fn own(&self) -> &str {
        &self.0.own
    }

    /// Whether this tab writes. A browser that keeps nothing here has no other tab that could be told.
    pub fn is_mine(&self) -> bool {
        self.0.mine.get() && self.holder().is_none_or(|holder| holder == self.0.own)
    }

    /// Whether another tab took over though nobody was heard to say so yet: whether there is time to write the last keys.
    pub fn lost(&self) -> Option<bool> {
        let token = local::get(&self.0.token).unwrap_or_default();
        (!self.is_mine()).then(|| is_in_time(&token))
    }

    /// Whether no tab writes.
    pub fn is_free(&self) -> bool {
        self.holder().is_none()
    }

    /// Begins to write, unless another tab does. Whether this one does now.
    pub async fn look(&self) -> bool {
        if !LIVES.replace(true) {
            lock::hold(&life(&self.0.own)).await;
        }
        if self.may_live(self.other()).await {
            self.say("ask", &self.0.own);
            if self.0.answered.within(ANSWER_MS).await {
                return false;
            }
        }
        self.take().await;
        true
    }

    /// Writes from now on. The draft can be read when this is done.
    pub async fn take(&self) {
        let before = self.other();
        // Somebody else may come while that is found out.
        let is_held = self.may_live(before.clone()).await || self.other() != before;
        if is_held || self.0.always {
            self.put_name();
        } else {
            // It may be the name of a tab that is gone.
            local::remove(&self.0.token);
        }
        if is_held {
            // A tab that is gone says nothing.
            let _ = self.0.left.within(LET_GO_MS).await;
        }
        self.0.mine.set(true);
    }

    /// Something is written here, or is kept: it belongs to this tab from now on, unless another one was sooner. Whether none was.
    pub fn claim(&self) -> bool {
        if !self.0.mine.get() || self.0.named.get() {
            return true;
        }
        let is_free = self.is_free();
        if is_free {
            self.put_name();
        }
        is_free
    }

    /// Nothing is written any more: each tab may begin, where it is nobody's then.
    pub fn give_back(&self) {
        if !self.0.always && self.is_mine() && self.0.named.replace(false) {
            local::remove(&self.0.token);
        }
    }

    fn put_name(&self) {
        local::set(&self.0.token, &format!("{}@{}", self.0.own, clock::now().unix_ms));
        self.0.named.set(true);
    }

    /// Whether there is such a tab, as far as is known.
    async fn may_live(&self, tab: Option<String>) -> bool {
        match tab {
            // What was open in this page before is there no more.
            Some(tab) if page_of(&tab) == page_of(&self.0.own) => false,
            Some(tab) => lock::is_held(&life(&tab)).await.unwrap_or(true),
            None => false,
        }
    }

    /// Tells whoever took over that the last keys are written.
    pub fn say_left(&self) {
        if let Some(holder) = self.holder() {
            self.say("left", &holder);
        }
    }

    /// The page goes: another tab may write.
    pub fn let_go(&self) {
        if self.is_mine() {
            local::remove(&self.0.token);
        }
        self.0.mine.set(false);
        self.0.named.set(false);
    }

    /// Calls back when another tab takes over or is gone, and answers those that ask, until the listeners are dropped.
    pub fn listen(&self, heard: impl Fn(Heard) + 'static) -> [EventListener; 2] {
        let (hold, talker) = (self.clone(), self.clone());
        [
            tabs::said(&self.0.token, move |_| hold.changed(&heard)),
            tabs::said(&self.0.talk, move |said| talker.hear(said.as_deref().unwrap_or_default())),
        ]
    }

    fn changed(&self, heard: &impl Fn(Heard)) {
        match local::get(&self.0.token) {
            None if !self.0.mine.get() => heard(Heard::Free),
            Some(token) if self.0.mine.get() && self.holder_of(&token) != self.0.own => {
                self.0.mine.set(false);
                self.0.named.set(false);
                heard(Heard::Taken { in_time: is_in_time(&token) });
            }
            _ => {}
        }
    }

    fn hear(&self, said: &str) {
        match said.split_once(' ') {
            Some(("ask", _)) if self.is_mine() => self.say("here", &self.0.own),
            Some(("here", _)) => self.0.answered.came(),
            Some(("left", name)) if self.holder_of(name) == self.0.own => self.0.left.came(),
            _ => {}
        }
    }

    /// The moment makes each saying another one, for only changes are heard.
    fn say(&self, what: &str, name: &str) {
        local::set(&self.0.talk, &format!("{what} {name}@{}", clock::elapsed_ms()));
    }

    /// The other tab that writes.
    fn other(&self) -> Option<String> {
        self.holder().filter(|holder| *holder != self.0.own)
    }

    fn holder(&self) -> Option<String> {
        local::get(&self.0.token).map(|token| self.holder_of(&token).to_owned())
    }

    fn holder_of<'a>(&self, token: &'a str) -> &'a str {
        token.split_once('@').map_or(token, |(name, _)| name)
    }
}

/// Whether the tab that took over still waits for the last keys.
fn is_in_time(token: &str) -> bool {
    let since = token.split_once('@').and_then(|(_, at)| at.parse::<i64>().ok());
    since.is_some_and(|since| clock::now().unix_ms - since <= LATE_MS)
}

/// The page that something was opened in.
fn page_of(tab: &str) -> &str {
    tab.split_once('.').map_or(tab, |(page, _)| page)
}

/// The lock that a page has as long as it lives.
fn life(tab: &str) -> String {
    format!("huaide/writing/{}", page_of(tab))
}
