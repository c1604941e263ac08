//! Sorting, compiled once.
//!
//! The standard library compiles a sort of some 4,000 bytes for each type that is sorted; fifteen
//! of them were a tenth of what a first visit loads. Here places are sorted, and only the moving of
//! the items is compiled for each type.

use std::cmp::Ordering;

/// Sorts items; what is equal keeps its order.
pub fn sort_by<T>(items: &mut Vec<T>, order: impl Fn(&T, &T) -> Ordering) {
    let places = {
        let items = items.as_slice();
        places(items.len(), &|one, other| match (items.get(one), items.get(other)) {
            (Some(one), Some(other)) => order(one, other),
            _ => Ordering::Equal,
        })
    };
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| unsorted.get_mut(place)?.take()));
}

/// The places of `len` items in the order in which the items should stand.
fn places(len: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_unstable_by(|one, other| order(*one, *other).then(one.cmp(other)));
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(super::super::sample::config())]

        #[test]
        fn it_sorts_as_the_standard_library_does(
            items in prop::collection::vec((0..9_u8, any::<String>()), 0..50),
        ) {
            let mut sorted = items.clone();
            sort_by(&mut sorted, |one, other| one.0.cmp(&other.0));
            let mut expected = items;
            expected.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(sorted, expected);
        }
    }
}
