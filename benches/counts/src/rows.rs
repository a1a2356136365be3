//! Enums of 10, 100 and 1000 variants.

include!(concat!(env!("OUT_DIR"), "/rows.rs"));
