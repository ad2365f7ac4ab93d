//! The program of the learner's table.

fn main() {
    huaide_app::study::start();
}
