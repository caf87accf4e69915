/** A report is read, not worked with: the page carries no script at all. */
export const csr = false
