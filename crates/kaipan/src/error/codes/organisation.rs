// Organisation, roles, process variants. 10xx.

area! { $ organisation
}
