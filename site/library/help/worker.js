// The service worker of the help page. It answers for that one page, in both languages, when the network does not.
const store = 'opendocket-help'
/** So long the network may take before what is kept is shown. */
const patience = 5000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

async function answer(request) {
  const kept = await caches.match(request, {
    cacheName: store,
    ignoreSearch: request.mode === 'navigate',
    ignoreVary: true,
  })
  if (kept === undefined) return fetch(request)
  const late = new Promise((done) => setTimeout(done, patience, kept))
  const live = fetch(request).then((response) => (response.status >= 500 ? kept : response))
  return Promise.race([live, late]).catch(() => kept)
}

self.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request))
})
