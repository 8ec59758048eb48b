// Follow-ups and opportunities. 13xx.

area! { $ opportunity
}
