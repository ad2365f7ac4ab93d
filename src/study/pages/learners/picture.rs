//! The twelve pictures: plants, animals and things of every day, each a few strokes in a square of 48.

use learning::deed::Profile;
use leptos::prelude::*;

/// How many there are.
pub const PICTURES: u8 = 12;
/// How many colours there are.
pub const COLOURS: u8 = 8;

const STROKES: [&str; PICTURES as usize] = [
    "<path d='M17 44V6M14 19h6M14 32h6M31 44V18M28 30h6'/><path class='full' d='M18 13C23 6 31 4 37 6c-3 6-11 10-19 7zM32 24c4-5 9-6 13-4-3 5-8 7-13 4z'/>",
    "<circle cx='24' cy='13' r='7'/><circle cx='34.5' cy='20.6' r='7'/><circle cx='30.5' cy='32.9' r='7'/><circle cx='17.5' cy='32.9' r='7'/><circle cx='13.5' cy='20.6' r='7'/><circle class='full' cx='24' cy='24' r='3.5'/>",
    "<path d='M24 35C15 28 15 16 24 7c9 9 9 21 0 28zM17.5 27C15 22 11 19 6 18c0 10 7 17 18 17 11 0 18-7 18-17-5 1-9 4-11.5 9M12 42h24'/>",
    "<path d='M24 30C18 24 9 25 4 20 6 11 15 7 22 8l2 8 2-8c7-1 16 3 18 12-5 5-14 4-20 10zm0 0c0 5-1 9-4 13M24 23v7M17 20l4 4M31 20l-4 4'/>",
    "<path d='M6 27c7 0 9-5 11-10 2-6 8-8 13-5 3 2 5 5 5 8l7 2-7 3c-1 9-8 14-16 14-7 0-11-4-13-12zM19 27c3 4 8 4 11 1M21 39v5M27 38v6'/><circle class='full' cx='29' cy='19' r='2'/>",
    "<path d='M5 25c7-12 21-13 30-1l8-8c-2 6-2 12 0 18l-8-8c-9 12-23 11-30-1zM21 20c2 3 2 7 0 10'/><circle class='full' cx='13.5' cy='23' r='2'/>",
    "<path d='M10 9l8 7c4-1 8-1 12 0l8-7c2 7 3 13 1 18-2 8-8 13-15 13S11 35 9 27C7 22 8 16 10 9zM21 32c1 2 5 2 6 0M3 28l6 1M45 28l-6 1'/><circle class='full' cx='17.5' cy='25' r='2'/><circle class='full' cx='30.5' cy='25' r='2'/>",
    "<path d='M7 31c0-11 7-18 16-18s16 7 16 18zM23 13v6M15 31l3-12h10l3 12M39 29c6 1 8-8 2-9-3 0-4 2-4 4M13 31v6M33 31v6M7 31l-4 2'/>",
    "<path d='M24 14c-5-4-12-5-18-4v26c6-1 13 0 18 4 5-4 12-5 18-4V10c-6-1-13 0-18 4zm0 0v26M12 18c2 0 4 0 6 1M12 25c2 0 4 0 6 1M36 18c-2 0-4 0-6 1M36 25c-2 0-4 0-6 1'/>",
    "<path d='M24 3v6M17 9h14M17 35h14M17 9C5 13 5 31 17 35M31 9c12 4 12 22 0 26M24 9c-5 8-5 18 0 26M24 9c5 8 5 18 0 26M24 35v10M20 39v5M28 39v5'/>",
    "<path d='M8 20h26v9c0 7-5 11-13 11S8 36 8 29zM34 23h3c6 0 6 10-1 10h-3M16 14c-3-4 2-5 0-9M26 14c-3-4 2-5 0-9'/>",
    "<path d='M26 4l13 14-15 16-11-19zM26 4l-2 30M13 15l26 3M24 34c-8 2 4 5-3 8-3 1-5 0-7-1'/>",
];

/// The picture of a learner, in their colour.
pub fn picture(profile: &Profile) -> AnyView {
    let (colour, strokes) = (profile.colour % COLOURS, STROKES[usize::from(profile.picture % PICTURES)]);
    view! { <svg class="face" data-colour=colour.to_string() viewBox="0 0 48 48" aria-hidden="true" inner_html=strokes></svg> }
        .into_any()
}
