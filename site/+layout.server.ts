import type { LayoutServerLoad } from './$types.ts'

export const load: LayoutServerLoad = ({ locals, url }) => ({ language: locals.language, path: url.pathname })
