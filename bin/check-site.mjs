// Checks the Svelte components: generates the route types, then svelte-check.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const steps = [
  ['@sveltejs/kit/svelte-kit.js', 'sync'],
  ['svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.svelte.json', '--fail-on-warnings'],
]
for (const [script, ...args] of steps) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
}
