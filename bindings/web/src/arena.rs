//! Memory of the module: taken in a row, and given back as a whole after each call.
//!
//! A call is short and what it answers is copied out by JavaScript, so nothing has to be freed on
//! the way. What would free it, in every function of the library, is a tenth of what a page has to
//! load; and taking memory is an addition.
//!
//! What outlives a call, compiled schemes, lies before the memory of calls and is put there by
//! [`keep`]. Nothing else does: statics of the module that hold memory of a call are emptied with it, and
//! the library has none.

use std::alloc::{GlobalAlloc, Layout};
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};

/// Bytes that outlive calls.
const KEPT: usize = if cfg!(feature = "whole") { 16 << 20 } else { 0 };
/// Bytes of a page, in which memory grows, and pages asked for at least.
const PAGE: usize = 1 << 16;
const PAGES: usize = 16;

/// How far memory is taken, from [`base`] on: by what is kept, and by the call.
static TAKEN_BY_KEPT: AtomicUsize = AtomicUsize::new(0);
static TAKEN_BY_CALL: AtomicUsize = AtomicUsize::new(KEPT);
/// Whether memory is taken for what is kept.
static KEEPING: AtomicBool = AtomicBool::new(false);

#[global_allocator]
static ARENA: Arena = Arena;

struct Arena;

/// Where the memory begins that the linker leaves free.
fn base() -> usize {
    unsafe extern "C" {
        static __heap_base: u8;
    }
    &raw const __heap_base as usize
}

/// Whether memory reaches to `end`, after it has grown if need be.
#[inline(never)]
fn reach(end: usize) -> bool {
    let pages = core::arch::wasm32::memory_size::<0>();
    let missing = end.div_ceil(PAGE).saturating_sub(pages);
    missing == 0
        || core::arch::wasm32::memory_grow::<0>(missing.max(PAGES)) != usize::MAX
        || core::arch::wasm32::memory_grow::<0>(missing) != usize::MAX
}

// SAFETY: every piece lies between the end of the one before it and the end of memory. There is one
// thread only. After `release` nothing refers to a piece: see the top of this file.
unsafe impl GlobalAlloc for Arena {
    #[inline(never)]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let keeping = KEEPING.load(Relaxed);
        let taken = if keeping { &TAKEN_BY_KEPT } else { &TAKEN_BY_CALL };
        let start = (base() + taken.load(Relaxed)).checked_next_multiple_of(layout.align());
        let end = start.and_then(|start| start.checked_add(layout.size()));
        let (Some(start), Some(end)) = (start, end) else { return ptr::null_mut() };
        if (keeping && end - base() > KEPT) || !reach(end) {
            return ptr::null_mut();
        }
        taken.store(end - base(), Relaxed);
        start as *mut u8
    }

    #[inline(always)]
    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}

    /// Text and lists that grow are the piece taken last most of the time, and stay where they are.
    #[inline(never)]
    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if size <= layout.size() {
            return piece;
        }
        let end = piece as usize + layout.size() - base();
        if !KEEPING.load(Relaxed) && end == TAKEN_BY_CALL.load(Relaxed) {
            return match (piece as usize).checked_add(size) {
                Some(end) if reach(end) => {
                    TAKEN_BY_CALL.store(end - base(), Relaxed);
                    piece
                }
                _ => ptr::null_mut(),
            };
        }
        // SAFETY: the size is not zero, since it is above another one; alignments stay valid.
        let new = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !new.is_null() {
            // SAFETY: both pieces have that many bytes, and the new one is no part of the old one.
            unsafe { ptr::copy_nonoverlapping(piece, new, layout.size()) };
        }
        new
    }
}

/// Gives back what was taken since the last time, but not what is kept.
///
/// # Safety
/// Nothing may refer to memory of a call any more.
pub(crate) unsafe fn release() {
    TAKEN_BY_CALL.store(KEPT, Relaxed);
}

/// Whether something of this size can be kept at all.
#[cfg(feature = "whole")]
pub(crate) fn holds(size: usize) -> bool {
    size <= KEPT
}

/// Makes something that outlives the call; `None` if there is no room left for it.
///
/// # Safety
/// It must have no parts that were made outside of `work`: none that are shared.
#[cfg(feature = "whole")]
pub(crate) unsafe fn keep<T>(size: usize, work: impl FnOnce() -> T) -> Option<T> {
    if KEPT - TAKEN_BY_KEPT.load(Relaxed) < size {
        return None;
    }
    KEEPING.store(true, Relaxed);
    let made = work();
    KEEPING.store(false, Relaxed);
    Some(made)
}

/// How many bytes it takes to do something.
#[cfg(feature = "whole")]
pub(crate) fn taken_by<T>(work: impl FnOnce() -> T) -> usize {
    let before = TAKEN_BY_CALL.load(Relaxed);
    drop(work());
    TAKEN_BY_CALL.load(Relaxed) - before
}

/// Gives back what is kept.
///
/// # Safety
/// Nothing may refer to it any more.
#[cfg(feature = "whole")]
pub(crate) unsafe fn forget_kept() {
    TAKEN_BY_KEPT.store(0, Relaxed);
}
