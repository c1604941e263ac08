//! In which sequence functions are best written: like beside like, so that they pack well.
//!
//! What gzip can point back to lies at most 32 KB behind. The same code for another type, the commonest
//! kind of repetition in such a program, is often farther away.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};

use crate::module::Module;

/// Two functions are alike if they share many stretches of so many bytes.
const STRETCH: usize = 5;
/// What stands in more functions than this tells nothing about any of them.
const COMMON: usize = 60;
/// So that of two that share as much with a third, the smaller comes first, but tiny ones do not win
/// by chance.
const LEAST: usize = 30;

/// All functions with a body, each followed by the most alike of those that are left.
pub fn by_likeness(module: &Module<'_>) -> Vec<u32> {
    let functions: Vec<u32> = (module.imported_functions()..module.functions()).collect();
    let stretches: Vec<BTreeSet<u64>> = functions.iter().map(|it| stretches(module, *it)).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (i, all) in stretches.iter().enumerate() {
        for stretch in all {
            holders.entry(*stretch).or_default().push(i);
        }
    }
    holders.retain(|_, holders| 1 < holders.len() && holders.len() <= COMMON);

    let mut by_size: Vec<usize> = (0..functions.len()).collect();
    by_size.sort_by_key(|i| stretches[*i].len());
    let mut left = vec![true; functions.len()];
    let mut order = Vec::new();
    let mut next = by_size.pop();
    while let Some(i) = next {
        left[i] = false;
        order.push(functions[i]);
        next = most_alike(&stretches[i], &holders, &stretches, &left);
        while next.is_none() {
            let Some(largest) = by_size.pop() else { return order };
            next = Some(largest).filter(|it| left[*it]);
        }
    }
    order
}

fn most_alike(
    all: &BTreeSet<u64>,
    holders: &HashMap<u64, Vec<usize>>,
    stretches: &[BTreeSet<u64>],
    left: &[bool],
) -> Option<usize> {
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for holder in all.iter().filter_map(|stretch| holders.get(stretch)).flatten() {
        if left[*holder] {
            *shared.entry(*holder).or_default() += 1;
        }
    }
    // In thousandths. The index decides between equals, so that each build gives the same bytes.
    let likeness = |(i, n): &(usize, usize)| (n * 1000 / (LEAST + stretches[*i].len()), *i);
    shared.into_iter().max_by_key(likeness).map(|(i, _)| i)
}

fn stretches(module: &Module<'_>, function: u32) -> BTreeSet<u64> {
    let bytes = module.body(function).map(|body| body.as_bytes()).unwrap_or_default();
    let hash = |stretch: &[u8]| {
        let mut hasher = DefaultHasher::new();
        stretch.hash(&mut hasher);
        hasher.finish()
    };
    bytes.windows(STRETCH).map(hash).collect()
}
