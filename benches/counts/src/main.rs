//! Runs every measured function once, for callgrind to watch.

use close_code_counts::measured::MEASURED;

fn main() {
    for (_, measured) in MEASURED {
        measured();
    }
}
