//! A sorted map whose clones share what they have in common.
//!
//! An AVL tree. It is the one map of the program: every map type adds code for each kind of key,
//! and a page load pays for it; a red-black tree with removal is four times as much.

use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

use crate::text::sort_by;

/// A map that is cheap to clone; a change afterwards copies the way to one entry, no more.
///
/// Invariant: sorted by key, and the two subtrees of a node differ in height by one at most.
#[derive(Clone)]
pub struct Map<K, V> {
    root: Tree<K, V>,
    len: usize,
}

type Tree<K, V> = Option<Rc<Node<K, V>>>;

#[derive(Clone, Debug)]
struct Node<K, V> {
    key: K,
    value: V,
    left: Tree<K, V>,
    right: Tree<K, V>,
    /// How many entries there are below, this one included.
    size: u32,
    /// Of the longest way down, this node included.
    height: u8,
}

/// The entries of a [`Map`] from some place on, in order.
#[derive(Debug)]
pub struct Iter<'m, K, V> {
    /// Nodes that come next with what is to their right, the next one last.
    ahead: Vec<&'m Node<K, V>>,
}

/// The tree of sorted entries, `n` of them.
fn built<K, V>(entries: &mut impl Iterator<Item = (K, V)>, n: usize) -> Tree<K, V> {
    if n == 0 {
        return None;
    }
    let left = built(entries, n / 2);
    let (key, value) = entries.next()?;
    let right = built(entries, n - n / 2 - 1);
    let mut node = Node { key, value, left, right, size: 1, height: 1 };
    measure(&mut node);
    Some(Rc::new(node))
}

impl<K, V> Map<K, V> {
    #[must_use]
    pub fn new() -> Map<K, V> {
        Map { root: None, len: 0 }
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.root.is_none()
    }

    /// The entry with the highest key.
    #[must_use]
    pub fn last(&self) -> Option<(&K, &V)> {
        let mut node = self.root.as_deref()?;
        while let Some(right) = &node.right {
            node = right;
        }
        Some((&node.key, &node.value))
    }

    /// The entry with `place` entries before it.
    #[must_use]
    pub fn nth(&self, place: usize) -> Option<(&K, &V)> {
        self.from_place(place).next()
    }

    /// The entries but for the first `places`, which are not walked.
    #[must_use]
    pub fn from_place(&self, places: usize) -> Iter<'_, K, V> {
        let mut ahead = Vec::new();
        let mut left_over = places;
        let mut tree = &self.root;
        while let Some(node) = tree {
            let before = size(&node.left);
            if left_over <= before {
                ahead.push(&**node);
                tree = &node.left;
            } else {
                left_over -= before + 1;
                tree = &node.right;
            }
        }
        Iter { ahead }
    }

    pub fn iter(&self) -> Iter<'_, K, V> {
        let mut iter = Iter { ahead: Vec::new() };
        iter.descend(&self.root);
        iter
    }

    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> Map<K, V> {
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&V> {
        let mut node = self.root.as_deref()?;
        loop {
            node = match key.cmp(&node.key) {
                Ordering::Less => node.left.as_deref()?,
                Ordering::Equal => return Some(&node.value),
                Ordering::Greater => node.right.as_deref()?,
            };
        }
    }

    #[must_use]
    pub fn contains_key(&self, key: &K) -> bool {
        self.get(key).is_some()
    }

    /// How many keys are lower than `key`.
    #[must_use]
    pub fn rank(&self, key: &K) -> usize {
        let mut rank = 0;
        let mut tree = &self.root;
        while let Some(node) = tree {
            if *key <= node.key {
                tree = &node.left;
            } else {
                rank += size(&node.left) + 1;
                tree = &node.right;
            }
        }
        rank
    }

    /// The entry with the highest key that is lower than `key`.
    #[must_use]
    pub fn before(&self, key: &K) -> Option<(&K, &V)> {
        let mut found = None;
        let mut tree = &self.root;
        while let Some(node) = tree {
            if *key <= node.key {
                tree = &node.left;
            } else {
                found = Some((&node.key, &node.value));
                tree = &node.right;
            }
        }
        found
    }

    /// The entries whose key is `key` or higher.
    pub fn from(&self, key: &K) -> Iter<'_, K, V> {
        let mut ahead = Vec::new();
        let mut tree = &self.root;
        while let Some(node) = tree {
            if *key <= node.key {
                ahead.push(&**node);
                tree = &node.left;
            } else {
                tree = &node.right;
            }
        }
        Iter { ahead }
    }
}

impl<K: Ord + Clone, V: Clone> Map<K, V> {
    /// Puts an entry in, and answers the value that its key had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        let old = insert(&mut self.root, key, value);
        self.len += usize::from(old.is_none());
        old
    }

    pub fn remove(&mut self, key: &K) -> Option<V> {
        // Nothing is copied for a key that is not there.
        if !self.contains_key(key) {
            return None;
        }
        self.len -= 1;
        remove(&mut self.root, key)
    }

    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        if !self.contains_key(key) {
            return None;
        }
        let mut tree = &mut self.root;
        loop {
            let node = Rc::make_mut(tree.as_mut()?);
            tree = match key.cmp(&node.key) {
                Ordering::Less => &mut node.left,
                Ordering::Equal => return Some(&mut node.value),
                Ordering::Greater => &mut node.right,
            };
        }
    }

    /// Changes the value of a key, which begins empty.
    pub fn update(&mut self, key: K, change: impl FnOnce(&mut V))
    where
        V: Default,
    {
        if let Some(value) = self.get_mut(&key) {
            change(value);
        } else {
            let mut value = V::default();
            change(&mut value);
            self.insert(key, value);
        }
    }
}

fn insert<K: Ord + Clone, V: Clone>(tree: &mut Tree<K, V>, key: K, value: V) -> Option<V> {
    let Some(node) = tree else {
        *tree = Some(Rc::new(Node { key, value, left: None, right: None, size: 1, height: 1 }));
        return None;
    };
    let node = Rc::make_mut(node);
    let old = match key.cmp(&node.key) {
        Ordering::Less => insert(&mut node.left, key, value),
        Ordering::Equal => return Some(std::mem::replace(&mut node.value, value)),
        Ordering::Greater => insert(&mut node.right, key, value),
    };
    balance(node);
    old
}

fn remove<K: Ord + Clone, V: Clone>(tree: &mut Tree<K, V>, key: &K) -> Option<V> {
    let node = Rc::make_mut(tree.as_mut()?);
    let removed = match key.cmp(&node.key) {
        Ordering::Less => remove(&mut node.left, key),
        Ordering::Greater => remove(&mut node.right, key),
        Ordering::Equal => {
            let removed = node.value.clone();
            let left = node.left.take();
            match take_first(&mut node.right) {
                Some((next_key, next_value)) => {
                    (node.key, node.value, node.left) = (next_key, next_value, left);
                }
                None => {
                    *tree = left;
                    return Some(removed);
                }
            }
            Some(removed)
        }
    };
    balance(node);
    removed
}

/// Takes the entry with the lowest key out of a tree.
fn take_first<K: Clone, V: Clone>(tree: &mut Tree<K, V>) -> Option<(K, V)> {
    let node = Rc::make_mut(tree.as_mut()?);
    if node.left.is_some() {
        let first = take_first(&mut node.left);
        balance(node);
        return first;
    }
    let first = (node.key.clone(), node.value.clone());
    *tree = node.right.take();
    Some(first)
}

/// Makes the height of a node right after one of its subtrees grew or shrank by one.
fn balance<K: Clone, V: Clone>(node: &mut Node<K, V>) {
    if height(&node.right) + 1 < height(&node.left) {
        if let Some(left) = node.left.as_mut().map(Rc::make_mut)
            && height(&left.left) < height(&left.right)
        {
            rotate_left(left);
        }
        rotate_right(node);
    } else if height(&node.left) + 1 < height(&node.right) {
        if let Some(right) = node.right.as_mut().map(Rc::make_mut)
            && height(&right.right) < height(&right.left)
        {
            rotate_right(right);
        }
        rotate_left(node);
    } else {
        measure(node);
    }
}

/// - before: `b` with `a` to its right
/// - after: `a` with `b` to its left
fn rotate_left<K: Clone, V: Clone>(node: &mut Node<K, V>) {
    let Some(mut up) = node.right.take() else { return };
    let top = Rc::make_mut(&mut up);
    node.right = top.left.take();
    measure(node);
    std::mem::swap(node, top);
    node.left = Some(up);
    measure(node);
}

fn rotate_right<K: Clone, V: Clone>(node: &mut Node<K, V>) {
    let Some(mut up) = node.left.take() else { return };
    let top = Rc::make_mut(&mut up);
    node.left = top.right.take();
    measure(node);
    std::mem::swap(node, top);
    node.right = Some(up);
    measure(node);
}

fn measure<K, V>(node: &mut Node<K, V>) {
    node.height = 1 + height(&node.left).max(height(&node.right));
    let below = size(&node.left) + size(&node.right);
    node.size = u32::try_from(below + 1).unwrap_or(u32::MAX);
}

fn size<K, V>(tree: &Tree<K, V>) -> usize {
    tree.as_ref().map_or(0, |node| node.size as usize)
}

fn height<K, V>(tree: &Tree<K, V>) -> u8 {
    tree.as_ref().map_or(0, |node| node.height)
}

impl<'m, K, V> Iter<'m, K, V> {
    fn descend(&mut self, mut tree: &'m Tree<K, V>) {
        while let Some(node) = tree {
            self.ahead.push(node);
            tree = &node.left;
        }
    }
}

impl<'m, K, V> Iterator for Iter<'m, K, V> {
    type Item = (&'m K, &'m V);

    fn next(&mut self) -> Option<(&'m K, &'m V)> {
        let node = self.ahead.pop()?;
        self.descend(&node.right);
        Some((&node.key, &node.value))
    }
}

impl<'m, K, V> IntoIterator for &'m Map<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = Iter<'m, K, V>;

    fn into_iter(self) -> Iter<'m, K, V> {
        self.iter()
    }
}

/// Of entries with one key the last one counts.
impl<K: Ord + Clone, V: Clone> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Map<K, V> {
        let mut sorted: Vec<(K, V)> = entries.into_iter().collect();
        let in_order = |pair: &[(K, V)]| matches!(pair, [(one, _), (other, _)] if one < other);
        if !sorted.windows(2).all(in_order) {
            sort_by(&mut sorted, |(one, _), (other, _)| one.cmp(other));
            // What stays of a row of equals is its first place, with the last value.
            sorted.dedup_by(|(key, value), (kept, last)| {
                let same = key == kept;
                if same {
                    std::mem::swap(value, last);
                }
                same
            });
        }
        let len = sorted.len();
        Map { root: built(&mut sorted.into_iter(), len), len }
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Map<K, V> {
        Map::new()
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Map<K, V>) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl<K: Eq, V: Eq> Eq for Map<K, V> {}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    /// The height of a tree that is balanced and knows its heights.
    fn checked_height(tree: &Tree<u16, u32>) -> u8 {
        let Some(node) = tree else { return 0 };
        let (left, right) = (checked_height(&node.left), checked_height(&node.right));
        assert_eq!(node.size as usize, 1 + size(&node.left) + size(&node.right));
        assert!(left.abs_diff(right) <= 1);
        assert_eq!(node.height, 1 + left.max(right));
        node.height
    }

    #[track_caller]
    fn check(map: &Map<u16, u32>, expected: &BTreeMap<u16, u32>) {
        checked_height(&map.root);
        assert_eq!(map.len(), expected.len());
        assert!(map.iter().eq(expected));
        assert_eq!(map.last(), expected.last_key_value());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

        #[test]
        fn it_is_a_sorted_map_and_its_clones_stay_as_they_were(
            steps in prop::collection::vec((0..60_u16, any::<Option<u32>>()), 0..200),
        ) {
            let (mut map, mut expected) = (Map::new(), BTreeMap::new());
            for (key, value) in steps {
                let (before, expected_before) = (map.clone(), expected.clone());
                match value {
                    Some(value) if value % 4 == 0 => {
                        prop_assert_eq!(map.get_mut(&key), expected.get_mut(&key));
                        map.update(key, |it| *it = value);
                        *expected.entry(key).or_default() = value;
                    }
                    Some(value) => {
                        prop_assert_eq!(map.insert(key, value), expected.insert(key, value));
                    }
                    None => prop_assert_eq!(map.remove(&key), expected.remove(&key)),
                }
                check(&map, &expected);
                check(&before, &expected_before);
                prop_assert!(map.from(&key).eq(expected.range(key..)));
                prop_assert_eq!(map.before(&key), expected.range(..key).next_back());
                let rank = expected.range(..key).count();
                prop_assert_eq!(map.rank(&key), rank);
                prop_assert_eq!(map.nth(rank), expected.iter().nth(rank));
                prop_assert!(map.from_place(rank).eq(expected.iter().skip(rank)));
                prop_assert_eq!(map.get(&key), expected.get(&key));
                prop_assert_eq!(map == before, expected == expected_before);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

        #[test]
        fn made_of_many_at_once_it_is_the_same(
            entries in prop::collection::vec((0..60_u16, any::<u32>()), 0..100),
        ) {
            let map: Map<u16, u32> = entries.iter().copied().collect();
            check(&map, &entries.into_iter().collect());
        }
    }

    #[test]
    fn ten_thousand_in_order_stay_balanced() {
        let map: Map<u16, u32> = (0..10_000).map(|key| (key, 0)).collect();
        assert!(checked_height(&map.root) <= 16);
    }
}
