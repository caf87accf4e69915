import { error } from '@sveltejs/kit'
import { problemOf } from './problem.ts'

/** Does what is asked; an error that we raised on purpose becomes a page that explains it. */
export async function answered<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem === undefined) throw thrown
    error(problem.status, problem.message, { explanation: problem.explanation })
  }
}
