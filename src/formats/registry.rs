//! Which formats there are.

/// A format, as dialogs and scripts choose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// What scripts call it.
    pub id: &'static str,
    pub name: &'static str,
    pub media_types: &'static [&'static str],
    /// Of the files, with the dot.
    pub extension: &'static str,
    /// Whether files of this format can be opened.
    pub import: bool,
    /// Whether an article can be saved in this format.
    pub export: bool,
}

pub(super) const POSTIL: Format = Format {
    id: "postil",
    name: "Postil file",
    media_types: &["application/json"],
    extension: ".postil.json",
    import: true,
    export: true,
};

pub(super) const TEXT: Format = Format {
    id: "text",
    name: "Plain text",
    media_types: &["text/plain"],
    extension: ".txt",
    import: true,
    export: false,
};

/// All formats, in the order of dialogs.
#[must_use]
pub fn formats() -> &'static [Format] {
    const FORMATS: &[Format] = &[POSTIL, TEXT];
    FORMATS
}
