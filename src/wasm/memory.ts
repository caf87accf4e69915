/** All memory is handed out upwards and taken back in one go; there is no collector and no object. */

let top: usize = (__heap_base + 15) & ~15

/** Bytes for the asking, aligned to 16, with 16 readable bytes behind them; not cleared. */
export function take(bytes: usize): usize {
  const at = top
  top = (top + bytes + 31) & ~15
  const pages = i32((top + 0xffff) >>> 16) - memory.size()
  if (pages > 0 && memory.grow(pages) < 0) unreachable()
  return at
}

export function mark(): usize {
  return top
}

/** Gives back everything taken since the mark. */
export function release(at: usize): void {
  top = at
}

/** A larger buffer with what the old one held. */
export function grown(old: usize, used: usize, bytes: usize): usize {
  const at = take(bytes)
  memory.copy(at, old, used)
  return at
}
