// The calendar reads with scripts off, and asks for none.
export const csr = false
