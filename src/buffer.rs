use core::fmt;

/// At most `N` bytes, stored inline. Control frames are short enough for a fixed-size buffer.
///
/// The bytes past the length stay zero, so that the derived comparisons and the hash see only what
/// was pushed. `N` is at most 255.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub(crate) struct Buffer<const N: usize> {
    bytes: [u8; N],
    len: u8,
}

impl<const N: usize> Buffer<N> {
    pub(crate) const EMPTY: Self = {
        assert!(N <= u8::MAX as usize, "the length is kept in one byte");
        Self { bytes: [0; N], len: 0 }
    };

    #[inline]
    pub(crate) const fn len(&self) -> usize {
        // The comparison never changes the length: it shows the compiler what it cannot know, and
        // the bounds checks of the callers go away.
        let len = self.len as usize;
        if len < N { len } else { N }
    }

    #[inline]
    pub(crate) const fn room(&self) -> usize {
        N - self.len()
    }

    #[inline]
    pub(crate) const fn as_slice(&self) -> &[u8] {
        self.bytes.split_at(self.len()).0
    }

    #[inline]
    pub(crate) const fn as_mut_slice(&mut self) -> &mut [u8] {
        let len = self.len();
        self.bytes.split_at_mut(len).0
    }

    /// Appends the bytes, or as many as there is room for.
    #[inline]
    pub(crate) const fn push(&mut self, bytes: &[u8]) {
        let len = self.len();
        let taken = copy(bytes, self.bytes.split_at_mut(len).1);
        self.set_len(len + taken);
    }

    /// Drops everything from `len` on.
    pub(crate) const fn truncate(&mut self, len: usize) {
        while self.len() > len {
            self.set_len(self.len() - 1);
            self.bytes[self.len()] = 0;
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "N is at most 255, see EMPTY")]
    #[inline]
    const fn set_len(&mut self, len: usize) {
        self.len = len as u8;
    }
}

/// Writes the bytes as hex digits, the form in which people paste them.
impl<const N: usize> fmt::Display for Buffer<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_slice().iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Copies as much as fits and returns the number of bytes.
///
/// A loop, because `copy_from_slice` is not `const` in the oldest supported compiler. The optimizer turns
/// it into a memory copy.
#[inline]
pub(crate) const fn copy(from: &[u8], to: &mut [u8]) -> usize {
    let len = if from.len() < to.len() { from.len() } else { to.len() };
    let mut i = 0;
    while i < len {
        to[i] = from[i];
        i += 1;
    }
    len
}
