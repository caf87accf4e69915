/** Puts things together in their order, as many at a time as have room together; one that has none even alone stands alone. */
export function portionsOf<T>(things: readonly T[], together: (portion: readonly T[]) => boolean): T[][] {
  const portions: T[][] = []
  for (const thing of things) {
    const last = portions.at(-1)
    if (last !== undefined && together([...last, thing])) last.push(thing)
    else portions.push([thing])
  }
  return portions
}
