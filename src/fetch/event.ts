/** What a download says while it works; `done` and `total` are bytes of the whole file. */
export type FetchEvent =
  | { readonly stage: 'ask'; readonly url: string }
  | { readonly stage: 'download'; readonly from: number; readonly total: number | null }
  | { readonly stage: 'progress'; readonly done: number; readonly total: number | null }
  /** What was here of an earlier try is of no use. */
  | { readonly stage: 'anew' }
  | {
      readonly stage: 'retry'
      readonly why: string
      readonly nextTry: number
      readonly tries: number
      readonly wait: number
    }
  | { readonly stage: 'verify'; readonly bytes: number }
  | { readonly stage: 'checksum'; readonly done: number; readonly total: number }
  | { readonly stage: 'stored'; readonly folder: string }
