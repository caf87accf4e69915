/** The 95 % interval of Wilson for a share: where the true rate lies in 95 of 100 such cases. Undefined for a base of zero. */
export function wilson(count: number, base: number): readonly [low: number, high: number] | undefined {
  if (base <= 0) return undefined
  const z = 1.959964
  const p = count / base
  const middle = (p + (z * z) / (2 * base)) / (1 + (z * z) / base)
  const half = (z / (1 + (z * z) / base)) * Math.sqrt((p * (1 - p)) / base + (z * z) / (4 * base * base))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}
