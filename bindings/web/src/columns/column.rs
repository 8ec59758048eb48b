//! Memory of a column.

/// Bytes of a cache line.
const LINE: usize = 64;

/// Memory that begins with a cache line.
///
/// Arrays of JavaScript begin with a line too, or in its middle. Processors copy far more slowly,
/// fourteen times on the one where it was seen, from an address to one that is 8 bytes further in
/// its page.
#[derive(Default)]
pub(crate) struct Column<T> {
    memory: Vec<T>,
    first: usize,
}

impl<T: Copy + Default> Column<T> {
    /// Makes room for rows.
    pub(crate) fn resize(&mut self, rows: usize) {
        if self.memory.len() < rows {
            self.memory.resize(rows + LINE / size_of::<T>(), T::default());
            self.first = self.memory.as_ptr().align_offset(LINE).min(self.memory.len() - rows);
        }
    }

    /// Where it begins.
    pub(crate) fn place(&self) -> usize {
        self.memory[self.first..].as_ptr() as usize
    }

    pub(crate) fn rows(&self, rows: usize) -> &[T] {
        &self.memory[self.first..][..rows]
    }

    pub(crate) fn rows_mut(&mut self, rows: usize) -> &mut [T] {
        &mut self.memory[self.first..][..rows]
    }
}
