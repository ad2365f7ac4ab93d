//! The app of 怀德学苑: takes over a published page and adds what needs the learner.
//!
//! `platform` knows the browser, `state` knows the learner, `app` puts them together; what is seen is drawn by the crate `ui`.

mod platform;
mod state;

mod app;

fn main() {
    app::start();
}
