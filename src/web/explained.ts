import { getRequestEvent } from '$app/server'
import { problemOf } from './problem.ts'

/** Answers a download; an error that we raised on purpose becomes problem details (RFC 9457). */
export async function explained(ask: () => Promise<Response>): Promise<Response> {
  const { language } = getRequestEvent().locals
  try {
    return await ask()
  } catch (thrown) {
    const problem = problemOf(thrown, language)
    if (problem === undefined) throw thrown
    const { code, ...facts } = problem.explanation
    const body = { type: `/problems/${code}`, title: problem.message, status: problem.status, ...facts }
    return new Response(`${JSON.stringify(body)}\n`, {
      status: problem.status,
      headers: { 'content-type': 'application/problem+json' },
    })
  }
}
