// Customers. 12xx.

area! { $ customer
}
