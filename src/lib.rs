//! Postil: an annotator of articles that runs wholly in the browser.
