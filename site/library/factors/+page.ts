// Ticks stay on this device: a script remembers them here. Without it the page ticks and prints as well.
export const csr = true
