import type { Language } from '#catalog'
import type { QueryService } from '../query/service.ts'
import type { Files } from './files.ts'
import type { Explanation } from './problem.ts'

declare global {
  namespace App {
    interface Locals {
      service: QueryService
      api: { fetch(request: Request): Response | Promise<Response> } | undefined
      files: Files | undefined
      language: Language
    }
    interface Error {
      message: string
      /** What was allowed, the nearest match, what to do: for the reader of the error page. */
      explanation?: Explanation
      /** Names one failure in the log. */
      reference?: string
    }
    interface PageData {
      language: Language
    }
  }
}
