//! What to do after a close, at the edges.

use core::time::Duration;

use close_code::{CloseCode, Reconnect};

const POLICIES: [Reconnect; 6] = [
    Reconnect::Unspecified,
    Reconnect::Never,
    Reconnect::AfterChange,
    Reconnect::Immediately,
    Reconnect::Backoff,
    Reconnect::After { min: Duration::from_secs(5), max: Duration::from_secs(30) },
];

#[test]
fn a_delay_is_there_where_a_retry_helps() {
    for policy in POLICIES {
        for attempt in [0, 1, 31, u32::MAX] {
            for random in [0, 1, u32::MAX] {
                let delay = policy.delay(attempt, random);
                assert_eq!(delay.is_some(), policy.should_retry() == Some(true), "{policy:?}");
                assert!(delay.unwrap_or_default() <= Duration::from_secs(305), "{policy:?}");
            }
        }
    }
}

#[test]
fn a_backoff_grows_up_to_five_minutes() {
    let most = |attempt| Reconnect::Backoff.delay(attempt, u32::MAX).expect("a delay").as_millis();
    let expected = [4999, 9999, 19_999, 39_999, 79_999, 159_999, 299_999, 299_999];
    for (attempt, expected) in (0..).zip(expected) {
        assert_eq!(most(attempt), expected, "{attempt}");
    }
    assert_eq!(most(u32::MAX), 299_999);
    assert_eq!(Reconnect::Backoff.delay(9, 0), Some(Duration::ZERO));
}

#[test]
fn a_delay_of_the_author_lies_between_its_ends_at_first() {
    let policy = CloseCode::SERVICE_RESTART.reconnect();
    assert_eq!(policy.delay(0, 0), Some(Duration::from_secs(5)));
    assert_eq!(policy.delay(0, u32::MAX).expect("a delay").as_millis(), 29_999);
    // Later it is no shorter, and spread wider.
    assert_eq!(policy.delay(4, 0), Some(Duration::from_secs(5)));
    assert!(policy.delay(4, u32::MAX) > policy.delay(0, u32::MAX));
}

#[test]
fn the_longest_delays_do_not_overflow() {
    let policy = Reconnect::After { min: Duration::MAX, max: Duration::MAX };
    assert_eq!(policy.delay(u32::MAX, u32::MAX), Some(Duration::MAX));
    let policy = Reconnect::After { min: Duration::from_secs(9), max: Duration::ZERO };
    assert_eq!(policy.delay(0, u32::MAX), Some(Duration::from_secs(9)));
}
