import type { Language } from '#catalog'

/** The language of an address: Spanish pages live under `/es`. */
export function languageOf(pathname: string): Language {
  return pathname === '/es' || pathname.startsWith('/es/') ? 'es' : 'en'
}

/** The address without its language: `/es/tools` → `/tools`. */
export function plainPath(pathname: string): string {
  if (languageOf(pathname) === 'en') return pathname
  const rest = pathname.slice(3)
  return rest === '' ? '/' : rest
}

/** A plain address in a language: `/tools` → `/es/tools`. */
export function pathIn(path: string, language: Language): string {
  if (language === 'en') return path
  return path === '/' ? '/es' : `/es${path}`
}

/** A figure made to stand in other sites' pages: no head, no foot, any frame. */
export function isEmbed(pathname: string): boolean {
  return /^\/tools\/[a-z_]+\/embed$/.test(plainPath(pathname))
}
