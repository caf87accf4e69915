import { error } from '@sveltejs/kit'
import { getRequestEvent } from '$app/server'
import { problemOf } from './problem.ts'

/** Does what is asked; an error that we raised on purpose becomes a page that explains it in the reader's language. */
export async function answered<T>(ask: () => T | Promise<T>): Promise<T> {
  const { language } = getRequestEvent().locals
  try {
    return await ask()
  } catch (thrown) {
    const problem = problemOf(thrown, language)
    if (problem === undefined) throw thrown
    error(problem.status, problem.message, { explanation: problem.explanation })
  }
}
