//! Lower case, for comparing.
//!
//! # Limitations
//! Latin, Greek, Cyrillic and Armenian, as they are written today; other capitals stay as they
//! are. The tables for all of Unicode are 11 KB, and nothing here is shown to anybody.

/// The text in lower case.
#[must_use]
pub fn lower_case(text: &str) -> String {
    text.chars().map(lower).collect()
}

pub(super) fn lower(capital: char) -> char {
    let code = u32::from(capital);
    let step = match capital {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Ա'..='Ֆ' => 48,
        'Ά' => 38,
        'Έ'..='Ί' => 37,
        'Ό' => 64,
        'Ύ'..='Ώ' => 63,
        // Capital and small letter by turns.
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ơ'..='ƥ' | 'Ǟ'..='ǯ' | 'Ǹ'..='ȟ' | 'Ȣ'..='ȳ' => {
            1 - code % 2
        }
        'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => 1 - code % 2,
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ư'..='ư' | 'Ǎ'..='ǜ' | 'Ӂ'..='ӎ' => code % 2,
        'Ÿ' => return 'ÿ',
        'İ' => return 'i',
        'ẞ' => return 'ß',
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_of_europe_and_more_are_lowered_as_unicode_says() {
        for text in [
            "The Quick Brown FOX, 1 2 3 é",
            "ÄÖÜẞ ÀÂÇÉÈÊËÎÏÔÙÛŸŒÆ ÁÍÓÚÑ ÃÕ ÅØÐÞ ÷×",
            "ĄĆĘŁŃÓŚŹŻ ĎĚŇŘŠŤŮŽ ŐŰ ĂÂÎȘȚ ĀČĒĢĪĶĻŅŠŪŽ ĮŲ ĊĠĦ ŴŶ Ğ",
            "ĂÂĐÊÔƠƯ ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ",
            "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΤΥΦΧΨΩ ΆΈΉΊΌΎΏΪΫ",
            "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ ҐЄІЇ ЂЈЉЊЋЏЃЌ ЎҒӘҢӨҰҮҺ Ӂ",
            "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ",
            "שלום 你好 🤝",
        ] {
            assert_eq!(lower_case(text), text.to_lowercase());
        }
    }

    #[test]
    fn small_letters_stay() {
        for letter in ('a'..='\u{24f}').chain('ά'..='ԯ').chain('ḁ'..='ỿ') {
            if letter.is_lowercase() {
                assert_eq!(lower(letter), letter);
            }
        }
    }
}
