//! The program of the holiday programme.

fn main() {
    huaide_app::youth::start();
}
