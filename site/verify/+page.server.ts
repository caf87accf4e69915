import { answered } from '../../src/web/answered.ts'
import type { PageServerLoad } from './$types.js'
import { answerTable } from './answer.ts'

/** Whether a receipt is that of a plain question. */
function isQuestion(query: string): boolean {
  const words = new URLSearchParams(query)
  return words.has('measures') && !words.has('compare')
}

export const load: PageServerLoad = ({ locals: { service, language }, url }) =>
  answered(async () => {
    const receipt = url.searchParams.get('receipt')?.trim() ?? ''
    if (receipt === '') return { receipt, found: undefined, answer: undefined }
    const found = await service.verify(receipt)
    // Comparisons and balances have pages of their own; their receipts are checked here all the same.
    const isPlain = found.verdict !== 'cannot' && isQuestion(found.query)
    return {
      receipt,
      found,
      answer: isPlain ? answerTable(await service.run(found.query, language), language) : undefined,
    }
  })
