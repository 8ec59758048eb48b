//! The words that can stand in `#[boundary(…)]`.

use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Error, Field, Ident, LitBool, LitStr, Path, Result, Token};

/// What is said at a type.
#[derive(Default)]
pub(crate) struct TypeWords {
    /// Fields that are absent are those of the default of the whole record.
    pub(crate) default: bool,
    /// In Kotlin, Swift and Python it is given whole: its default is not nothing.
    pub(crate) whole: bool,
    /// An answer of an engine: nobody else makes it, and it may gain fields.
    pub(crate) answer: bool,
    /// It has a constructor of its own.
    pub(crate) own_new: bool,
    /// Its name in Kotlin, Swift and Python.
    pub(crate) name: Option<LitStr>,
    /// Reading, and nothing but what else is named.
    pub(crate) read: bool,
    /// Writing, and nothing but what else is named.
    pub(crate) write: bool,
    /// What brings an older form of its JSON up to today's before it is read.
    pub(crate) older: Option<Path>,
}

/// What is said at a field.
pub(crate) enum FieldWord {
    Required,
    Written,
    Default(Option<Path>),
    /// A `bool` that is true when it is absent.
    True,
    Empty(Option<Path>),
}

impl Parse for TypeWords {
    fn parse(input: ParseStream<'_>) -> Result<TypeWords> {
        let mut words = TypeWords::default();
        let mut said: Vec<Ident> = Vec::new();
        while !input.is_empty() {
            let word: Ident = input.parse()?;
            match word.to_string().as_str() {
                "default" => words.default = true,
                "whole" => words.whole = true,
                "answer" => words.answer = true,
                "own_new" => words.own_new = true,
                "read" => words.read = true,
                "write" => words.write = true,
                "name" => {
                    input.parse::<Token![=]>()?;
                    words.name = Some(input.parse()?);
                }
                "older" => {
                    input.parse::<Token![=]>()?;
                    words.older = Some(input.parse()?);
                }
                _ => return Err(Error::new(word.span(), "not a word of a boundary type")),
            }
            if input.peek(Token![=]) {
                let text = format!("`{word}` of a boundary type takes nothing: write it alone");
                return Err(input.error(text));
            }
            if said.contains(&word) {
                return Err(Error::new(word.span(), format!("`{word}` stands here twice")));
            }
            said.push(word);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        words.agree(&said)?;
        Ok(words)
    }
}

impl TypeWords {
    /// Refuses words of which one says nothing beside the other.
    fn agree(&self, said: &[Ident]) -> Result<()> {
        let word = |wanted: &str| said.iter().find(|word| *word == wanted);
        let beside = |word: &Ident, other: &str| {
            Err(Error::new(word.span(), format!("`{word}` says nothing beside `{other}`")))
        };
        if let (true, Some(own_new)) = (self.answer, word("own_new")) {
            return beside(own_new, "answer");
        }
        if let (true, Some(own_new)) = (self.default, word("own_new")) {
            return beside(own_new, "default");
        }
        if let (false, Some(whole)) = (self.default, word("whole")) {
            return Err(Error::new(whole.span(), "`whole` stands beside `default`"));
        }
        let half = match (self.read, self.write) {
            (false, false) => return Ok(()),
            (true, _) => "read",
            (false, true) => "write",
        };
        match said.iter().find(|word| ["answer", "own_new", "name"].iter().any(|one| word == one)) {
            Some(unused) => beside(unused, half),
            None => Ok(()),
        }
    }

    /// Refuses words that only a record can have.
    pub(crate) fn suit_an_enum(&self, name: &Ident) -> Result<()> {
        let words = [
            ("default", self.default),
            ("whole", self.whole),
            ("answer", self.answer),
            ("own_new", self.own_new),
            ("older", self.older.is_some()),
        ];
        match words.into_iter().find(|(_, said)| *said) {
            Some((word, _)) => Err(Error::new(
                name.span(),
                format!("`{word}` is a word of records, and `{name}` is an enum"),
            )),
            None => Ok(()),
        }
    }
}

impl Parse for FieldWord {
    fn parse(input: ParseStream<'_>) -> Result<FieldWord> {
        let word: Ident = input.parse()?;
        let is_true = input.peek(Token![=]) && input.peek2(LitBool);
        let path = match input.parse::<Option<Token![=]>>()? {
            Some(_) if is_true => {
                let given: LitBool = input.parse()?;
                if word != "default" || !given.value {
                    let text =
                        "only `default = true` says something: a `bool` is false when it is absent";
                    return Err(Error::new(given.span, text));
                }
                return FieldWord::True.alone(input);
            }
            Some(_) => Some(input.parse()?),
            None => None,
        };
        let word = match (word.to_string().as_str(), path) {
            ("required", None) => FieldWord::Required,
            ("written", None) => FieldWord::Written,
            ("default", function) => FieldWord::Default(function),
            ("empty", test) => FieldWord::Empty(test),
            ("required" | "written", Some(_)) => {
                return Err(Error::new(word.span(), format!("`{word}` of a field takes nothing")));
            }
            _ => return Err(Error::new(word.span(), "not a word of a field of a boundary type")),
        };
        word.alone(input)
    }
}

impl FieldWord {
    /// Takes the word from a field, whose other attributes stay.
    pub(crate) fn take(field: &mut Field) -> Result<Option<FieldWord>> {
        let of_boundary = |attribute: &&Attribute| attribute.path().is_ident("boundary");
        let mut said = field.attrs.iter().filter(of_boundary);
        let word = said.next().map(Attribute::parse_args).transpose()?;
        if let Some(second) = said.next() {
            return Err(Error::new_spanned(second, ONE_WORD));
        }
        field.attrs.retain(|attribute| !of_boundary(&attribute));
        Ok(word)
    }

    /// The word, behind which nothing may stand.
    fn alone(self, input: ParseStream<'_>) -> Result<FieldWord> {
        if input.is_empty() { Ok(self) } else { Err(input.error(ONE_WORD)) }
    }
}

const ONE_WORD: &str = "a field of a boundary type has one word";

/// The name of a variant in JSON.
pub(crate) fn snake_case(name: &Ident) -> String {
    let mut word = String::new();
    for c in name.to_string().chars() {
        if c.is_ascii_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.push(c.to_ascii_lowercase());
    }
    word
}

/// The name of a field in JSON.
pub(crate) fn plain(name: &Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse::Parser;
    use syn::parse_str;

    fn refused_of_type(words: &str) -> String {
        match parse_str::<TypeWords>(words) {
            Ok(_) => panic!("{words} was taken"),
            Err(error) => error.to_string(),
        }
    }

    fn word_of(field: &str) -> Result<Option<FieldWord>> {
        FieldWord::take(&mut Field::parse_named.parse_str(field)?)
    }

    fn refused_of_field(field: &str) -> String {
        match word_of(field) {
            Ok(_) => panic!("{field} was taken"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn words_of_a_type_that_say_nothing_are_refused() {
        assert!(parse_str::<TypeWords>("default, answer, name = \"Other\"").is_ok());
        assert!(parse_str::<TypeWords>("read, write, default").is_ok());
        for (words, reason) in [
            ("default = yes", "`default` of a boundary type takes nothing: write it alone"),
            ("answer, answer", "`answer` stands here twice"),
            ("answer, own_new", "`own_new` says nothing beside `answer`"),
            ("own_new, default", "`own_new` says nothing beside `default`"),
            ("read, answer", "`answer` says nothing beside `read`"),
            ("write, name = \"Other\"", "`name` says nothing beside `write`"),
            ("anwser", "not a word of a boundary type"),
        ] {
            assert_eq!(refused_of_type(words), reason, "{words}");
        }
    }

    #[test]
    fn a_field_has_one_word() {
        assert!(matches!(word_of("a: bool"), Ok(None)));
        let word = word_of("#[boundary(default = true)] a: bool");
        assert!(matches!(word, Ok(Some(FieldWord::True))));
        for (field, reason) in [
            ("#[boundary(written)] #[boundary(default)] a: Money", ONE_WORD),
            ("#[boundary(written, default)] a: Money", ONE_WORD),
            ("#[boundary(default = true, written)] a: bool", ONE_WORD),
            ("#[boundary(required = yes)] a: Money", "`required` of a field takes nothing"),
            (
                "#[boundary(default = false)] a: bool",
                "only `default = true` says something: a `bool` is false when it is absent",
            ),
            ("#[boundary(defualt)] a: Money", "not a word of a field of a boundary type"),
        ] {
            assert_eq!(refused_of_field(field), reason, "{field}");
        }
    }
}
