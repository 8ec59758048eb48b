// Ownership of customers. 14xx.

area! { $ ownership
}
