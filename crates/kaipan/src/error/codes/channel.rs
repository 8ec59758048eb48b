// Channels. 15xx.

area! { $ channel
}
