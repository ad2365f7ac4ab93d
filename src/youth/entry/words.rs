//! What is said of faults, refusals and keys.

use crate::platform::{document, frame};
use entry::package::Reason;
use entry::seal::KeyError;
use locale::Phrase;
use youth::consent::Missing;
use youth::form::{Fault, MAX_LENGTH, PHONE_DIGITS};

/// What is wrong with an answer of the form.
pub fn fault(fault: Fault) -> Phrase {
    match fault {
        Fault::Empty => locale::entry_fault_empty(),
        Fault::TooLong => locale::entry_fault_long(MAX_LENGTH),
        Fault::Invisible => locale::entry_fault_invisible(),
        Fault::PhoneCharacter(character) => locale::entry_fault_phone_character(character.to_string()),
        Fault::PhoneLength => locale::entry_fault_phone_length(*PHONE_DIGITS.start(), *PHONE_DIGITS.end()),
    }
}

/// What a consent lacks.
pub fn missing(missing: Missing) -> Phrase {
    match missing {
        Missing::Guardian => locale::entry_missing_guardian(),
        Missing::GuardianName => locale::entry_missing_guardian_name(),
        Missing::Relation => locale::entry_missing_relation(),
        Missing::TakingPart => locale::entry_missing_taking_part(),
    }
}

/// Why nothing can be sealed to the portal's key.
pub fn key(error: KeyError) -> Phrase {
    match error {
        KeyError::Written => locale::entry_key_written(),
        KeyError::Kind => locale::entry_key_kind(),
        KeyError::Weak => locale::entry_key_weak(),
    }
}

/// Why a package cannot be made.
pub fn reason(reason: Reason) -> Phrase {
    match reason {
        Reason::Zip => locale::entry_reason_zip(),
        Reason::NoEntry => locale::entry_reason_no_entry(),
        Reason::Manifest(_) => locale::entry_reason_manifest(),
        Reason::Newer(version) => locale::entry_reason_newer(version),
        Reason::Missing(name) => locale::entry_reason_missing(name),
        Reason::Unknown(name) => locale::entry_reason_unknown(name),
        Reason::Name(name) => locale::entry_reason_name(name),
        Reason::Changed(name) => locale::entry_reason_changed(name),
        Reason::TooMany(count) => locale::entry_reason_too_many(count),
        Reason::TooLarge(name) => locale::entry_reason_too_large(name),
        Reason::Empty => locale::entry_reason_empty(),
        Reason::Consent(lacks) => missing(lacks),
    }
}

/// The words of a phrase that the reader sees, for where only one language has room.
pub fn shown(phrase: Phrase) -> String {
    let is_english = frame::root_attribute(&document(), "data-language") == "en";
    if is_english { phrase.en } else { phrase.zh }
}
