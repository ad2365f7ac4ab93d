//! The reader's program.

fn main() {
    huaide_app::app::start();
}
