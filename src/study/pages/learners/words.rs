//! What learners, their ages, roles, colours and pictures are called.

use learning::deed::{AgeBand, Profile, Role};
use locale::Phrase;

/// What somebody is called who said this name, or none.
pub fn called(name: &str) -> Phrase {
    if name.trim().is_empty() { locale::learner_unnamed() } else { Phrase::plain(name.trim()) }
}

/// The same from a profile.
pub fn called_by(profile: &Profile) -> Phrase {
    called(&profile.name)
}

/// Every age band, with the name of its value in a form.
pub const AGES: [(AgeBand, &str); 5] = [
    (AgeBand::Unknown, "unknown"),
    (AgeBand::Child, "child"),
    (AgeBand::Youth, "youth"),
    (AgeBand::Adult, "adult"),
    (AgeBand::Elder, "elder"),
];

/// Every role, with the name of its value in a form.
pub const ROLES: [(Role, &str); 6] = [
    (Role::Learner, "learner"),
    (Role::Member, "member"),
    (Role::Committee, "committee"),
    (Role::Applicant, "applicant"),
    (Role::Pupil, "pupil"),
    (Role::Volunteer, "volunteer"),
];

/// An age band.
pub fn age(age: AgeBand) -> Phrase {
    match age {
        AgeBand::Unknown => locale::learner_age_unknown(),
        AgeBand::Child => locale::learner_age_child(),
        AgeBand::Youth => locale::learner_age_youth(),
        AgeBand::Adult => locale::learner_age_adult(),
        AgeBand::Elder => locale::learner_age_elder(),
    }
}

/// A role.
pub fn role(role: Role) -> Phrase {
    match role {
        Role::Learner => locale::learner_role_learner(),
        Role::Member => locale::learner_role_member(),
        Role::Committee => locale::learner_role_committee(),
        Role::Applicant => locale::learner_role_applicant(),
        Role::Pupil => locale::learner_role_pupil(),
        Role::Volunteer => locale::learner_role_volunteer(),
    }
}

/// A colour, by its number.
pub fn colour(number: u8) -> Phrase {
    match number {
        0 => locale::learner_colour_0(),
        1 => locale::learner_colour_1(),
        2 => locale::learner_colour_2(),
        3 => locale::learner_colour_3(),
        4 => locale::learner_colour_4(),
        5 => locale::learner_colour_5(),
        6 => locale::learner_colour_6(),
        _ => locale::learner_colour_7(),
    }
}

/// A picture, by its number.
pub fn picture(number: u8) -> Phrase {
    match number {
        0 => locale::learner_picture_0(),
        1 => locale::learner_picture_1(),
        2 => locale::learner_picture_2(),
        3 => locale::learner_picture_3(),
        4 => locale::learner_picture_4(),
        5 => locale::learner_picture_5(),
        6 => locale::learner_picture_6(),
        7 => locale::learner_picture_7(),
        8 => locale::learner_picture_8(),
        9 => locale::learner_picture_9(),
        10 => locale::learner_picture_10(),
        _ => locale::learner_picture_11(),
    }
}
