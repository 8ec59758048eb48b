// Approvals. 11xx.

area! { $ approval
}
