//! postil
