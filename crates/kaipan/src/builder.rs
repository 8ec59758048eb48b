//! The methods of an engine's builder. (Engines are `#[must_use]`, and so what the methods give.)

/// Writes a method for every input that may be left out: it takes the value, or an `Option` of it.
macro_rules! optional_inputs {
    ($($(#[$doc:meta])* $input:ident: $type:ty;)*) => {
        $(
            $(#[$doc])*
            pub fn $input(mut self, $input: impl Into<Option<$type>>) -> Self {
                self.$input = $input.into();
                self
            }
        )*
    };
}

/// Writes a method for every input that has a value of its own where it is left out.
macro_rules! inputs {
    ($($(#[$doc:meta])* $input:ident: $type:ty;)*) => {
        $(
            $(#[$doc])*
            pub fn $input(mut self, $input: $type) -> Self {
                self.$input = $input;
                self
            }
        )*
    };
}

pub(crate) use {inputs, optional_inputs};
