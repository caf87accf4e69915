import type { Language } from '#catalog'
import { pathIn } from './address.ts'
import type { Files } from './files.ts'

/** A page of the site under the words of this address, as a PDF to keep. Whoever calls has judged those words. */
export async function printedAs(
  path: string,
  name: string,
  { origin, search }: URL,
  { files, language }: { readonly files: Files | undefined; readonly language: Language },
): Promise<Response> {
  if (files === undefined) throw new Error('no writer of files: start the site with `opendocket serve`')
  const pdf = await files.pdf(new URL(`${pathIn(path, language)}${search}`, origin))
  return new Response(new Uint8Array(pdf), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}.pdf"` },
  })
}
