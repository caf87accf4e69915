import type { Reroute } from '@sveltejs/kit/hooks'
import { plainPath } from './address.ts'

/** `/es/…` is the same room in Spanish. */
export const reroute: Reroute = ({ url }) => plainPath(url.pathname)
