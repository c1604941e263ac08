//! Quotes
use std::rc::Rc;
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    pub exact: Rc<str>,
    pub prefix: Rc<str>,
    pub suffix: Rc<str>,
}
