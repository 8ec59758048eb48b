//! Columns priced where they lie: the other language passes addresses, and nothing is copied.
//!
//! Not for users: the packages of Kotlin and Python call it, through JNA and ctypes. uniffi has no
//! argument that is written to, and copying takes longer than pricing.

use crate::{SchemeHandle, UniFfiTag};
use kaipan::pricing::{ColumnsView, PricedColumns};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::{self, NonNull};
use std::slice;
use std::sync::Arc;
use uniffi::{Handle, Lift};

/// An array of the other language: where it begins, and its elements.
///
/// Both have 64 bits on every platform, so that hosts need not know how wide an address is.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Array {
    address: u64,
    len: u64,
}

/// How many arrays come before those of the codes.
const FIXED: usize = 5;

/// Prices rows from arrays into arrays; 1 if that is done.
///
/// `arrays` are `count` in number: areas, gift areas, lump sums, unit prices, totals, all of 64-bit
/// integers, then one of 16-bit codes for every axis. Sums of areas and totals go to the two
/// integers at `sums`. Numbers are those of [`SchemeHandle::price_columns`].
///
/// 0 if it is not done, whatever the reason: a row without a price, lengths that differ, arrays
/// that overlap or are not aligned, a panic. What was written then means nothing, and
/// [`SchemeHandle::price_columns`] does it, or says why not.
///
/// # Safety
/// `scheme` is the number of a [`SchemeHandle`] that is given away. `arrays` points to `count` arrays;
/// each of them has its elements at its address, and until this returns nobody else writes to one,
/// nor reads unit prices or totals. `sums` has room for two.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kaipan_price_arrays(
    scheme: u64,
    arrays: *const Array,
    count: u32,
    sums: *mut i64,
) -> i8 {
    let work = || {
        let scheme = Handle::from_raw_unchecked(scheme);
        let scheme = <Arc<SchemeHandle> as Lift<UniFfiTag>>::try_lift(scheme).ok()?;
        let count = usize::try_from(count).ok()?;
        // SAFETY: the caller promises as many arrays, with their elements.
        let found = unsafe { price(&scheme, slice::from_raw_parts(arrays, count)) }?;
        // SAFETY: the caller promises the room.
        unsafe { sums.cast::<[i64; 2]>().write_unaligned(found) };
        Some(())
    };
    i8::from(matches!(catch_unwind(AssertUnwindSafe(work)), Ok(Some(()))))
}

/// # Safety
/// Arrays have their elements at their addresses, and nobody else uses those for now.
#[allow(unsafe_code)]
unsafe fn price(scheme: &SchemeHandle, arrays: &[Array]) -> Option<[i64; 2]> {
    let (fixed, codes) = arrays.split_first_chunk::<FIXED>()?;
    let [areas, gift_areas, lump_sums, unit_prices, totals] = *fixed;
    let read = [areas, gift_areas, lump_sums].map(Array::bytes::<i64>);
    let read = read.into_iter().chain(codes.iter().map(|column| column.bytes::<u16>()));
    let written = [unit_prices, totals].map(Array::bytes::<i64>);
    apart(read, written)?;
    // SAFETY: the caller promises the elements; what is written to is apart from all the others.
    unsafe {
        let codes = codes.iter().map(|column| column.read::<u16>()).collect::<Option<Vec<_>>>()?;
        let view = ColumnsView {
            codes: &codes,
            areas: areas.read()?,
            gift_areas: gift_areas.read()?,
            lump_sums: lump_sums.read()?,
        };
        let out = PricedColumns { unit_prices: unit_prices.write()?, totals: totals.write()? };
        let sums = scheme.price_view(&view, out).ok()?;
        Some([sums.area.ten_thousandths(), sums.total.fen()])
    }
}

/// Whether arrays to be written are apart from each other and from those to be read.
fn apart(read: impl Iterator<Item = Option<Bytes>>, written: [Option<Bytes>; 2]) -> Option<()> {
    let [unit_prices, totals] = written;
    let (unit_prices, totals) = (unit_prices?, totals?);
    let mut apart = unit_prices.apart(totals);
    for read in read {
        let read = read?;
        apart &= read.apart(unit_prices) && read.apart(totals);
    }
    apart.then_some(())
}

/// Where the bytes of an array begin, and where they end.
#[derive(Debug, Clone, Copy)]
struct Bytes {
    start: usize,
    end: usize,
}

impl Bytes {
    fn apart(self, other: Bytes) -> bool {
        self.end <= other.start || other.end <= self.start
    }
}

impl Array {
    /// Its bytes; `None` for what cannot be an array of `T`.
    fn bytes<T>(self) -> Option<Bytes> {
        let len = usize::try_from(self.len).ok()?;
        if len == 0 {
            return Some(Bytes { start: 0, end: 0 });
        }
        let start = usize::try_from(self.address).ok()?;
        let size = len.checked_mul(size_of::<T>())?;
        let end = start.checked_add(size)?;
        let fits = start != 0 && start.is_multiple_of(align_of::<T>());
        (fits && isize::try_from(size).is_ok()).then_some(Bytes { start, end })
    }

    /// Where it begins, and its elements.
    fn place<T>(self) -> Option<(*mut T, usize)> {
        let Bytes { start, end } = self.bytes::<T>()?;
        if start == end {
            return Some((NonNull::dangling().as_ptr(), 0));
        }
        Some((ptr::with_exposed_provenance_mut(start), usize::try_from(self.len).ok()?))
    }

    /// # Safety
    /// The elements are there for `'a`, and nobody writes to them.
    #[allow(unsafe_code)]
    unsafe fn read<'a, T>(self) -> Option<&'a [T]> {
        let (start, len) = self.place::<T>()?;
        // SAFETY: aligned and of possible size, see `bytes`; the rest is promised by the caller.
        Some(unsafe { slice::from_raw_parts(start, len) })
    }

    /// # Safety
    /// The elements are there for `'a`, and nobody else uses them.
    #[allow(unsafe_code)]
    unsafe fn write<'a, T>(self) -> Option<&'a mut [T]> {
        let (start, len) = self.place::<T>()?;
        // SAFETY: as above.
        Some(unsafe { slice::from_raw_parts_mut(start, len) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kaipan::number::Area;
    use kaipan::pricing::PricingScheme;
    use kaipan::project::Unit;
    use uniffi::Lower;

    fn handle() -> Arc<SchemeHandle> {
        let base_price = Some("12345".parse().unwrap());
        let scheme = PricingScheme { code: "A".into(), base_price, ..PricingScheme::default() };
        let building_area = Area::from_ten_thousandths(1_000_000);
        let unit = Unit { unit_no: "101".into(), building_area, ..Unit::default() };
        Arc::new(SchemeHandle::compile(&scheme, &[unit]).unwrap())
    }

    fn array<T>(elements: &[T]) -> Array {
        Array { address: elements.as_ptr().expose_provenance() as u64, len: elements.len() as u64 }
    }

    fn array_mut<T>(elements: &mut [T]) -> Array {
        let len = elements.len() as u64;
        Array { address: elements.as_mut_ptr().expose_provenance() as u64, len }
    }

    #[allow(unsafe_code)]
    fn run(arrays: &[Array]) -> Option<[i64; 2]> {
        let handle = <Arc<SchemeHandle> as Lower<UniFfiTag>>::lower(handle()).as_raw();
        let mut sums = [0; 2];
        let count = u32::try_from(arrays.len()).unwrap();
        // SAFETY: arrays are made from slices of the tests, or refused before they are touched.
        let done =
            unsafe { kaipan_price_arrays(handle, arrays.as_ptr(), count, sums.as_mut_ptr()) };
        (done == 1).then_some(sums)
    }

    #[test]
    fn rows_are_priced_in_place() {
        let (areas, codes) = ([1_000_000_i64, 2_000_000], [0_u16; 2]);
        let (mut unit_prices, mut totals) = ([0_i64; 2], [0_i64; 2]);
        let none = array::<i64>(&[]);
        let out = [array_mut(&mut unit_prices), array_mut(&mut totals)];
        let sums = run(&[array(&areas), none, none, out[0], out[1], array(&codes)]);
        assert_eq!(sums, Some([3_000_000, 370_350_000]));
        assert_eq!(unit_prices, [1_234_500; 2]);
        assert_eq!(totals, [123_450_000, 246_900_000]);
    }

    #[test]
    fn what_is_no_array_is_left_alone() {
        let (areas, codes) = ([1_000_000_i64, 2_000_000], [0_u16; 2]);
        let (mut unit_prices, mut totals) = ([7_i64; 2], [7_i64; 2]);
        let none = array::<i64>(&[]);
        let good = [
            array(&areas),
            none,
            none,
            array_mut(&mut unit_prices),
            array_mut(&mut totals),
            array(&codes),
        ];
        let changed = |at: usize, address: u64, len: u64| {
            let mut arrays = good;
            arrays[at] = Array { address, len };
            arrays
        };
        for (at, array) in good.iter().enumerate().filter(|(_, array)| array.len > 0) {
            assert_eq!(run(&changed(at, 0, 2)), None, "null at {at}");
            assert_eq!(run(&changed(at, array.address + 1, 1)), None, "not aligned at {at}");
            assert_eq!(run(&changed(at, array.address, 1)), None, "short at {at}");
            assert_eq!(run(&changed(at, array.address, u64::MAX)), None, "endless at {at}");
        }
        assert_eq!(run(&changed(4, good[3].address, 2)), None, "the same array twice");
        assert_eq!(run(&changed(3, good[0].address, 2)), None, "read and written");
        assert_eq!(run(&good[..4]), None, "too few arrays");
        assert_eq!(run(&good[..5]), None, "no codes");
        assert_eq!((unit_prices, totals), ([7; 2], [7; 2]));
        let bad = [0_u16, 1];
        let mut arrays = good;
        arrays[5] = array(&bad);
        assert_eq!(run(&arrays), None, "a code that is none");
        assert!(run(&good).is_some());
    }
}
