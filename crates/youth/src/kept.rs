//! What is stored on a device, where, whether it ever leaves, and how it goes: the code's own list, from which the page about it is made.
//!
//! The words are the interface's; every line is named by [`What`]. A test (`tests/kept.rs`) takes apart every deed, draft, form and
//! consent, so that nothing new is stored without a line here.

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// What is stored.
    pub what: What,
    /// Where.
    pub place: Place,
    /// Whether it leaves the device when the learner sends or saves something.
    pub leaves: Leaves,
    /// How it goes.
    pub deletion: Deletion,
}

/// Where something is stored: always in this browser, on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In the learning record, which is added to and never rewritten.
    Record,
    /// In a draft, which is written over as it changes.
    Draft,
    /// Beside a draft, as versions of the text.
    Versions,
    /// Beside a draft, as pictures.
    Pictures,
    /// Beside a draft, as sound.
    Recordings,
    /// In the memory of the open page; on the disk only if the learner keeps it.
    Memory,
    /// Among the settings of this browser.
    Settings,
    /// Once more, in what the browser keeps for pages, in case the record is damaged.
    Mirror,
}

/// Whether something leaves the device. Nothing leaves by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leaves {
    /// Never.
    Never,
    /// In the file of an entry, which the learner hands over, and in a backup unless the learner leaves it out.
    InEntry,
    /// In a backup, which the learner saves, and in files made from the record.
    InBackup,
    /// In a backup unless the learner leaves it out.
    InBackupUnlessLeftOut,
    /// In a file of its own or in a backup, if the learner chooses so.
    IfChosen,
}

/// How something goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deletion {
    /// It can be taken back; it goes for good when the learner is deleted from this device.
    WithLearner,
    /// With the draft, for good; and with the learner.
    WithDraft,
    /// With the take, the page or the version alone too, for good; and with the draft and the learner.
    Alone,
    /// When the page is closed, unless it was kept; what was kept is deleted on the same page, and with the learner.
    OnLeaving,
    /// Soon after what it is a copy of was deleted.
    WithOriginal,
    /// When the browser's data of this portal are cleared.
    WithBrowserData,
}

/// Makes the names and the list of the same lines, so that neither can lack what the other has.
macro_rules! lines {
    ($($(#[$doc:meta])* $what:ident: $place:ident, $leaves:ident, $deletion:ident;)+) => {
        /// What is stored.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum What {
            $($(#[$doc])* $what,)+
        }

        /// The list, in the order in which the page shows it.
        pub const LINES: &[Line] = &[
            $(Line {
                what: What::$what,
                place: Place::$place,
                leaves: Leaves::$leaves,
                deletion: Deletion::$deletion,
            },)+
        ];
    };
}

lines! {
    /// Who the learner is: name or nickname, rough age, role, colour and picture, branch.
    Profile: Record, InBackup, WithLearner;
    /// What was read, for how long, and up to where.
    Reading: Record, InBackup, WithLearner;
    /// Bookmarks.
    Bookmarks: Record, InBackup, WithLearner;
    /// Answers to questions.
    Answers: Record, InBackup, WithLearner;
    /// Which questions were recalled, or taken out of the wrong-answer book.
    Recalls: Record, InBackup, WithLearner;
    /// Remarks on questions.
    Remarks: Record, InBackup, WithLearner;
    /// Marked passages and what was noted beside them.
    Highlights: Record, InBackup, WithLearner;
    /// Study notes (心得体会).
    Reflections: Record, InBackup, WithLearner;
    /// Study hours declared by hand.
    DeclaredHours: Record, InBackup, WithLearner;
    /// Learning goals.
    Goals: Record, InBackup, WithLearner;
    /// That something was taken back or corrected.
    Corrections: Record, InBackup, WithLearner;
    /// Which activities the learner will come to.
    Coming: Record, InBackup, WithLearner;
    /// Which activities a code confirmed (签到), with what they count.
    Attendance: Record, InBackup, WithLearner;
    /// Volunteer service declared by hand.
    Service: Record, InBackup, WithLearner;
    /// Which scenes came to which end.
    Scenes: Record, InBackup, WithLearner;
    /// Which entries were made: contest, group, title, size, fingerprint, receipt.
    Entries: Record, InBackup, WithLearner;
    /// Answers of the self-check on moods.
    Moods: Memory, IfChosen, OnLeaving;
    /// The text of an essay.
    EssayText: Draft, InEntry, WithDraft;
    /// The title of an essay or a speech.
    Title: Draft, InEntry, WithDraft;
    /// The contest and the group that an essay or a speech is for, its entry's id and its revision.
    Choice: Draft, InEntry, WithDraft;
    /// The theme note and the outline pad.
    Outline: Draft, InBackupUnlessLeftOut, WithDraft;
    /// That the learner said it is their own work (原创).
    OwnWork: Draft, InBackupUnlessLeftOut, WithDraft;
    /// When a draft was begun and changed, and how often.
    Times: Draft, InBackupUnlessLeftOut, WithDraft;
    /// Earlier versions of a text.
    Versions: Versions, InBackupUnlessLeftOut, Alone;
    /// Photographed pages, without place and camera, with how they are turned and cropped.
    Photos: Pictures, InEntry, Alone;
    /// The script for the prompter and its pace.
    Script: Draft, InBackupUnlessLeftOut, WithDraft;
    /// Recorded takes that are not handed in.
    Takes: Recordings, InBackupUnlessLeftOut, Alone;
    /// The chosen take.
    ChosenTake: Recordings, InEntry, Alone;
    /// How the learner saw their own speech.
    SelfReview: Draft, InBackupUnlessLeftOut, WithDraft;
    /// The name, or a nickname, on an entry.
    EntrantName: Draft, InEntry, WithDraft;
    /// The age on an entry.
    EntrantAge: Draft, InEntry, WithDraft;
    /// The school and the class, where the rules ask for them.
    School: Draft, InEntry, WithDraft;
    /// The teacher who helped, where the rules ask for it.
    Teacher: Draft, InEntry, WithDraft;
    /// The telephone number, where the rules ask for it.
    Phone: Draft, InEntry, WithDraft;
    /// The guardian's name, and what they are to the child.
    Guardian: Draft, InEntry, WithDraft;
    /// What was allowed and refused, when, and the words that were shown.
    Consent: Draft, InEntry, WithDraft;
    /// Text size, colours, the filters of the programme, and who learns here now.
    Settings: Settings, Never, WithBrowserData;
    /// The pages of the portal, to read without a network.
    Pages: Settings, Never, WithBrowserData;
    /// A copy of the record and of what is being made, to take it back after damage.
    Copy: Mirror, Never, WithOriginal;
}

impl What {
    /// Its line.
    #[must_use]
    pub fn line(self) -> Line {
        // The two are made of the same lines, in the same order.
        LINES[self as usize]
    }
}
