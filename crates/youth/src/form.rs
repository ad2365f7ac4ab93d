//! The form of an entry: what it asks, which of it is needed, and what is wrong with an answer.
//!
//! It asks a name or nickname and an age, and of all else only what the contest's rules name.

use crate::consent::{Age, Answering};
use crate::contest::Ask;
use serde::{Deserialize, Serialize};

/// The most characters of an answer.
pub const MAX_LENGTH: usize = 60;

/// The fewest and the most digits of a telephone number: a local one, and the longest of ITU-T E.164.
pub const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// What the form of an entry can ask, in the order in which it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The name, or a nickname.
    Name,
    /// The age, in years or as a span.
    Age,
    /// The school.
    School,
    /// The class.
    Class,
    /// The teacher who helped.
    Teacher,
    /// A telephone number.
    Phone,
}

/// Whether a field may stay empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must be answered.
    Needed,
    /// It may stay empty.
    Optional,
}

/// What an entrant says of themself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Form {
    /// The name, or a nickname.
    pub name: String,
    /// The age.
    #[serde(default)]
    pub age: Age,
    /// The school, if it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<String>,
    /// The class, if it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// The teacher who helped, if it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teacher: Option<String>,
    /// A telephone number, if it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// What was typed before an entry is made, kept from the first key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Who enters.
    pub form: Form,
    /// The guardian's name.
    #[serde(default)]
    pub guardian: String,
    /// What the guardian is to the child.
    #[serde(default)]
    pub relation: String,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// It is needed and empty.
    Empty,
    /// It has more than [`MAX_LENGTH`] characters.
    TooLong,
    /// It has a line break or another invisible sign.
    Invisible,
    /// A telephone number has a character that no number has.
    PhoneCharacter(char),
    /// A telephone number has too few or too many digits.
    PhoneLength,
}

/// What the form of a contest asks, in order.
#[must_use]
pub fn fields(asks: &[Ask]) -> Vec<(Field, Need)> {
    let asked = |(ask, field, need)| asks.contains(&ask).then_some((field, need));
    let of_rules = [
        (Ask::School, Field::School, Need::Needed),
        (Ask::Class, Field::Class, Need::Needed),
        // Not every pupil has a teacher who helped.
        (Ask::Teacher, Field::Teacher, Need::Optional),
        (Ask::Phone, Field::Phone, Need::Needed),
    ];
    // An unknown age is allowed; it counts as under 14.
    let always = [(Field::Name, Need::Needed), (Field::Age, Need::Optional)];
    always.into_iter().chain(of_rules.into_iter().filter_map(asked)).collect()
}

impl Typed {
    /// Who answers the consent: a guardian, unless the entrant surely is of age.
    #[must_use]
    pub fn answering(&self) -> Answering {
        if self.form.age.is_of_age() {
            return Answering::Entrant;
        }
        Answering::Guardian { name: self.guardian.trim().to_owned(), relation: self.relation.trim().to_owned() }
    }
}

impl Form {
    /// The same with nothing but what a contest asks: what was typed for another contest is not handed over.
    #[must_use]
    pub fn reduced(&self, asks: &[Ask]) -> Self {
        let asked = |ask: Ask, answer: &Option<String>| {
            let answer = answer.as_deref().map(str::trim).filter(|answer| !answer.is_empty());
            answer.filter(|_| asks.contains(&ask)).map(str::to_owned)
        };
        Self {
            name: self.name.trim().to_owned(),
            age: self.age,
            school: asked(Ask::School, &self.school),
            class: asked(Ask::Class, &self.class),
            teacher: asked(Ask::Teacher, &self.teacher),
            phone: asked(Ask::Phone, &self.phone),
        }
    }

    /// All faults of what a contest asks, in the order of the form, at most one for a field.
    #[must_use]
    pub fn faults(&self, asks: &[Ask]) -> Vec<(Field, Fault)> {
        fields(asks).into_iter().filter_map(|(field, need)| Some((field, self.fault(field, need)?))).collect()
    }

    fn fault(&self, field: Field, need: Need) -> Option<Fault> {
        let answer = self.text(field)?.trim();
        if answer.is_empty() {
            return (need == Need::Needed).then_some(Fault::Empty);
        }
        if answer.chars().count() > MAX_LENGTH {
            return Some(Fault::TooLong);
        }
        if answer.chars().any(char::is_control) {
            return Some(Fault::Invisible);
        }
        if field == Field::Phone { phone_fault(answer) } else { None }
    }

    /// What was typed; `None` for the age, which is chosen.
    fn text(&self, field: Field) -> Option<&str> {
        match field {
            Field::Name => Some(&self.name),
            Field::Age => None,
            Field::School => Some(self.school.as_deref().unwrap_or_default()),
            Field::Class => Some(self.class.as_deref().unwrap_or_default()),
            Field::Teacher => Some(self.teacher.as_deref().unwrap_or_default()),
            Field::Phone => Some(self.phone.as_deref().unwrap_or_default()),
        }
    }
}

/// Digits, also full-width ones as Chinese input methods give them, with what people put between them.
fn phone_fault(answer: &str) -> Option<Fault> {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_between = |c: char| matches!(c, ' ' | '-' | '+' | '(' | ')' | '（' | '）' | '－' | '＋' | '\u{3000}');
    let foreign = answer.chars().find(|c| !is_digit(*c) && !is_between(*c));
    let digits = answer.chars().filter(|c| is_digit(*c)).count();
    let length = (!PHONE_DIGITS.contains(&digits)).then_some(Fault::PhoneLength);
    foreign.map(Fault::PhoneCharacter).or(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Ask; 4] = [Ask::Phone, Ask::Teacher, Ask::School, Ask::Class];

    fn full() -> Form {
        Form {
            name: "小雨".to_owned(),
            age: Age::Years(10),
            school: Some("第一小学".to_owned()),
            class: Some("四（2）班".to_owned()),
            teacher: Some("李老师".to_owned()),
            phone: Some("139 0000 0000".to_owned()),
        }
    }

    #[test]
    fn the_form_asks_a_name_and_an_age_and_else_what_the_rules_name() {
        let check = |asks: &[Ask], expect: &[Field]| {
            assert_eq!(fields(asks).into_iter().map(|(field, _)| field).collect::<Vec<_>>(), expect);
        };
        check(&[], &[Field::Name, Field::Age]);
        check(&[Ask::Phone, Ask::School], &[Field::Name, Field::Age, Field::School, Field::Phone]);
        check(&ALL, &[Field::Name, Field::Age, Field::School, Field::Class, Field::Teacher, Field::Phone]);
    }

    #[test]
    fn what_is_not_asked_is_neither_checked_nor_handed_over() {
        let nickname = Form { name: " 小雨 ".to_owned(), phone: Some("x".to_owned()), ..Form::default() };
        assert_eq!(nickname.faults(&[]), []);
        assert_eq!(nickname.reduced(&[]), Form { name: "小雨".to_owned(), ..Form::default() });
        assert_eq!(full().reduced(&ALL), full());
        let only_school = Form { class: None, teacher: None, phone: None, ..full() };
        assert_eq!(full().reduced(&[Ask::School]), only_school);
    }

    #[test]
    fn each_field_has_its_fault() {
        let check = |change: fn(&mut Form), expect: &[(Field, Fault)]| {
            let mut form = full();
            change(&mut form);
            assert_eq!(form.faults(&ALL), expect, "{form:?}");
        };
        check(|_| {}, &[]);
        check(|form| form.name = " ".to_owned(), &[(Field::Name, Fault::Empty)]);
        check(|form| form.name = "雨".repeat(60), &[]);
        check(|form| form.name = "雨".repeat(61), &[(Field::Name, Fault::TooLong)]);
        check(|form| form.name = "小\n雨".to_owned(), &[(Field::Name, Fault::Invisible)]);
        check(|form| form.teacher = None, &[]);
        check(|form| form.age = Age::Unknown, &[]);
        check(
            |form| (form.school, form.class) = (None, Some(String::new())),
            &[(Field::School, Fault::Empty), (Field::Class, Fault::Empty)],
        );
    }

    #[test]
    fn a_telephone_number_is_digits_however_they_are_grouped() {
        let check = |phone: &str, expect: Option<Fault>| {
            let faults = Form { phone: Some(phone.to_owned()), ..full() }.faults(&[Ask::Phone]);
            assert_eq!(faults, expect.map(|fault| (Field::Phone, fault)).into_iter().collect::<Vec<_>>(), "{phone}");
        };
        check("13900000000", None);
        check("+86 139-0000-0000", None);
        check("（0519）8888 8888", None);
        check("１３９００００００００", None);
        check("8888888", None);
        check("888888", Some(Fault::PhoneLength));
        check("1234567890123456", Some(Fault::PhoneLength));
        check("--- ---", Some(Fault::PhoneLength));
        check("妈妈 13900000000", Some(Fault::PhoneCharacter('妈')));
        check("", Some(Fault::Empty));
    }
}
