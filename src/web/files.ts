import type { Result } from '../query/result.ts'

/** Files that the site cannot write itself, since it reaches no engine: the server hands it these. */
export interface Files {
  xlsx(sheets: readonly { readonly name: string; readonly result: Result }[]): Promise<Uint8Array>
  parquet(result: Result): Promise<Uint8Array>
  /** A page of this site, as the reader would address it, as PDF. */
  pdf(url: URL): Promise<Uint8Array>
  /** A drawing as a picture of twice its size. */
  png(svg: string): Promise<Uint8Array>
}
