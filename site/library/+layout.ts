// The library reads with scripts off, and asks for none: a lighter page. A page that needs one says so itself.
export const csr = false
