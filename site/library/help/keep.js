// Keeps the help page on the reader's device, in both languages, so that it opens without a network; a button removes it.
const store = 'opendocket-help'
const pages = ['/library/help', '/es/library/help']
const [kept, removed] = document.querySelectorAll('[data-kept]')

/** Everything that this page was made of: itself, its twin, styles, fonts, scripts. */
function parts() {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const ours = loaded.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname)
  return [...new Set([...pages, ...ours])]
}

async function keep() {
  const wanted = parts()
  const cache = await caches.open(store)
  // All of them or none: a page half kept would open without its style.
  await cache.addAll(wanted)
  for (const request of await cache.keys()) {
    if (!wanted.includes(new URL(request.url).pathname)) await cache.delete(request)
  }
  for (const page of pages) {
    await navigator.serviceWorker.register(page.replace('/help', '/help_worker.js'), { scope: page })
  }
  kept.hidden = false
}

async function remove() {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (pages.some((page) => registration.scope.endsWith(page))) await registration.unregister()
  }
  await caches.delete(store)
  kept.hidden = true
  removed.hidden = false
}

kept.querySelector('button').addEventListener('click', remove)
// Without a secure address there is no service worker: the page then reads as it always did.
if ('serviceWorker' in navigator) {
  const whole = new Promise((done) => addEventListener('load', done, { once: true }))
  if (document.readyState !== 'complete') await whole
  await document.fonts.ready
  await keep().catch(() => {})
}
