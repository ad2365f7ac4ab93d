//! What stands in the form of an entry: read from its fields, and kept from the first key. Answers of the consent are not kept: they are
//! asked each time.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, FormData, HtmlFormElement};
use youth::consent::{Age, Answer};
use youth::form::{Field, Form, Typed};

/// What was answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Answers {
    /// To taking part.
    pub taking_part: Answer,
    /// To publishing the work.
    pub work: Answer,
    /// To showing the name.
    pub name: Answer,
    /// To a photo or the voice.
    pub likeness: Answer,
}

/// The name of a field of the form.
pub fn name_of(field: Field) -> &'static str {
    match field {
        Field::Name => "entrant",
        Field::Age => "age",
        Field::School => "school",
        Field::Class => "class",
        Field::Teacher => "teacher",
        Field::Phone => "phone",
    }
}

/// What an answered field says.
pub fn text_of(form: &Form, field: Field) -> String {
    let text = match field {
        Field::Name => return form.name.clone(),
        Field::Age => return years(form.age),
        Field::School => &form.school,
        Field::Class => &form.class,
        Field::Teacher => &form.teacher,
        Field::Phone => &form.phone,
    };
    text.clone().unwrap_or_default()
}

fn years(age: Age) -> String {
    match age {
        Age::Years(years) => years.to_string(),
        Age::Unknown | Age::Between(_) => String::new(),
    }
}

/// What stands in the form that hears an event.
pub fn read(event: &Event) -> Option<(Typed, Answers)> {
    let form: HtmlFormElement = event.current_target()?.dyn_into().ok()?;
    let data = FormData::new_with_form(&form).ok()?;
    let text = |name: &str| data.get(name).as_string();
    let answer = |name: &str| match text(name).as_deref() {
        Some("yes") => Answer::Yes,
        Some("no") => Answer::No,
        _ => Answer::None,
    };
    let form = Form {
        name: text("entrant").unwrap_or_default(),
        age: text("age").and_then(|years| years.parse().ok()).map_or(Age::Unknown, Age::Years),
        school: text("school"),
        class: text("class"),
        teacher: text("teacher"),
        phone: text("phone"),
    };
    let (guardian, relation) = (text("guardian").unwrap_or_default(), text("relation").unwrap_or_default());
    let answers = Answers {
        taking_part: answer("taking_part"),
        work: answer("work"),
        name: answer("show_name"),
        likeness: answer("likeness"),
    };
    Some((Typed { form, guardian, relation }, answers))
}
