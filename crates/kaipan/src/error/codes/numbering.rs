// Numbering rules. 17xx.

area! { $ numbering
}
