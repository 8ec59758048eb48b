//! The inputs of the engines, by name: those of prices and people, then those of deals and money.

macro_rules! inputs {
    ($($(#[$doc:meta])* $input:ident = $name:literal;)*) => {
        /// An input of an engine. Its name is that of the field in most requests.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Input {
            $($(#[$doc])* $input,)*
        }

        impl Input {
            /// Its name, in `snake_case`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Input::$input => $name,)*
                }
            }
        }
    };
}

#[macro_use]
mod deals;
#[macro_use]
mod prices;

price_inputs! {}
