//! The eighteen kinds of name and number of OntoNotes 5.

use super::Row;
use crate::model::{LabelKind, LabelSet};

pub(super) fn set() -> LabelSet {
    let labels = ROWS.iter().map(|(key, shortcut, name, definition, examples, conll, schema)| {
        let kind = LabelKind::Entity;
        let maps = [*conll, *schema];
        Row { key, kind, shortcut, name, definition, examples, maps }.label()
    });
    LabelSet { labels: labels.collect() }
}

/// key, shortcut, name, definition, examples, CoNLL-2003, schema.org
type Line = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

#[rustfmt::skip]
const ROWS: [Line; 18] = [
    ("PERSON", "1", "Person", "People, also made-up ones.", "Marie Curie|Hamlet", "PER", "Person"),
    ("NORP", "2", "Nationality, religion, political group", "Peoples, faiths and political groups.", "Kenyan|Republicans", "MISC", ""),
    ("FAC", "3", "Building, road, airport", "What people have built, with a name.", "Heathrow|the Golden Gate Bridge", "LOC", "Place"),
    ("ORG", "4", "Organization", "Companies, offices, institutions.", "the Senate|Toyota", "ORG", "Organization"),
    ("GPE", "5", "Country, city, state", "Places with a government.", "Peru|Lagos", "LOC", "AdministrativeArea"),
    ("LOC", "6", "Other place", "Mountains, waters, regions: places without a government.", "the Sahara|Asia", "LOC", "Place"),
    ("PRODUCT", "7", "Product", "Vehicles, weapons, foods and other things that are made; no services.", "Model T|Boeing 747", "MISC", "Product"),
    ("EVENT", "8", "Event", "Storms, battles, wars, games with a name.", "Hurricane Katrina|the World Cup", "MISC", "Event"),
    ("WORK_OF_ART", "9", "Work of art", "Titles of books, songs, films, pictures.", "War and Peace|Guernica", "MISC", "CreativeWork"),
    ("LAW", "0", "Law", "Documents that were made into law, by name.", "the Clean Air Act|Article 5", "MISC", "Legislation"),
    ("LANGUAGE", "", "Language", "Any language with a name.", "Swahili|Old Norse", "MISC", "Language"),
    ("DATE", "t", "Date", "Days and longer times, absolute or not.", "June 1944|last year", "O", ""),
    ("TIME", "", "Time", "Times shorter than a day.", "8 p.m.|two hours", "O", ""),
    ("PERCENT", "", "Percent", "Percentages, with the sign or word.", "12%|a third of a percent", "O", "QuantitativeValue"),
    ("MONEY", "", "Money", "Amounts with their currency.", "$40|three million euros", "O", "MonetaryAmount"),
    ("QUANTITY", "q", "Quantity", "Measures, as of weight or distance.", "ten miles|3 kg", "O", "QuantitativeValue"),
    ("ORDINAL", "", "Ordinal", "First, second and so on.", "third|21st", "O", ""),
    ("CARDINAL", "", "Other number", "Numbers that are of no other kind.", "twelve|1,000", "O", ""),
];
