//! The published text of a scene, cut into its parts: of these one is shown, with its notes. On paper all of them are.

use crate::platform::document;
use std::collections::BTreeSet;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use youth::Scene;
use youth::scene::Part;

/// What an element has that is not shown now.
const AWAY: &str = "data-away";

/// The text.
pub struct Article {
    /// Parts by their anchors, in order, each with its elements.
    parts: Vec<(String, Vec<Element>)>,
    notes: Option<Element>,
}

impl Article {
    /// Cuts the text of the page, and makes its choices ready. `None` where there is no text that fits the scene.
    pub fn of(scene: &Scene) -> Option<Self> {
        let text = document().get_element_by_id("text")?;
        let mut article = Self { parts: vec![(String::new(), Vec::new())], notes: None };
        for element in all(&text, ":scope > *") {
            if element.class_list().contains("footnotes") {
                article.notes = Some(element);
                continue;
            }
            if element.tag_name() == "H2" {
                // The keyboard goes to the heading when its part is shown.
                set(&element, "tabindex", "-1");
                article.parts.push((element.id(), Vec::new()));
            }
            if let Some((_, elements)) = article.parts.last_mut() {
                elements.push(element);
            }
        }
        let fits = article.parts.iter().map(|(id, _)| id).eq(scene.parts.iter().map(|part| &part.id));
        fits.then(|| {
            article.number_notes();
            article.mark_choices(scene);
            article
        })
    }

    /// Notes keep their numbers when others are not shown.
    fn number_notes(&self) {
        let notes = self.notes.iter().flat_map(|notes| all(notes, "li"));
        for (number, note) in (1..).zip(notes) {
            set(&note, "value", &i32::to_string(&number));
        }
    }

    /// The lists of choices are named as such, and each choice says on paper where it leads.
    fn mark_choices(&self, scene: &Scene) {
        for ((_, elements), part) in self.parts.iter().zip(&scene.parts) {
            for list in elements.iter().filter(|element| element.tag_name() == "UL") {
                let links = all(list, "a");
                let choices: Vec<_> =
                    links.iter().filter_map(|link| Some((link, chosen(link, part, scene)?))).collect();
                if choices.is_empty() || choices.len() < links.len() {
                    continue;
                }
                set(list, "class", "choices");
                choices.into_iter().for_each(|(link, title)| set(link, "data-to", &title));
            }
        }
    }

    /// The part that an anchor belongs to; a note belongs to none. Nothing is the beginning.
    pub fn part_of(&self, anchor: &str) -> Option<&str> {
        if anchor.is_empty() {
            return Some("");
        }
        let element = document().get_element_by_id(anchor)?;
        let holds = |part: &&(String, Vec<Element>)| part.1.iter().any(|one| one.contains(Some(&element)));
        self.parts.iter().find(holds).map(|(id, _)| id.as_str())
    }

    /// Shows a part alone, with the notes that it names.
    pub fn show(&self, id: &str) {
        let mut named = BTreeSet::new();
        for (part, elements) in &self.parts {
            for element in elements {
                put_away(element, part != id);
                if part == id {
                    named.extend(all(element, ".footnote a").iter().filter_map(anchor_of));
                }
            }
        }
        if let Some(notes) = &self.notes {
            put_away(notes, named.is_empty());
            all(notes, "li").iter().for_each(|note| put_away(note, !named.contains(&note.id())));
        }
    }

    /// Brings the keyboard, and the window, to the beginning of a part.
    pub fn focus(&self, id: &str) {
        let heading = match id {
            "" => document().query_selector("#lead h1").ok().flatten(),
            _ => document().get_element_by_id(id),
        };
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            set(&heading, "tabindex", "-1");
            // A heading that cannot take the focus leaves it where it is.
            let _ = heading.focus();
            heading.scroll_into_view();
        }
    }
}

/// The title of the part that a link leads to, if that can be chosen in a part.
fn chosen(link: &Element, part: &Part, scene: &Scene) -> Option<String> {
    let to = anchor_of(link)?;
    let choice = part.choices.iter().find(|choice| choice.to == to)?;
    Some(scene.part(&choice.to)?.title.clone())
}

/// The anchor of this page that a link leads to.
fn anchor_of(link: &Element) -> Option<String> {
    let href = link.get_attribute("href")?;
    let anchor = href.strip_prefix('#')?;
    Some(js_sys::decode_uri_component(anchor).map_or_else(|_| anchor.to_owned(), String::from))
}

fn all(of: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = of.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

fn put_away(element: &Element, away: bool) {
    if away {
        set(element, AWAY, "");
    } else {
        // Only an ill-formed name fails.
        let _ = element.remove_attribute(AWAY);
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // Only an ill-formed name fails.
    let _ = element.set_attribute(name, value);
}
