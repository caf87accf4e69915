import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: process.env['OPENDOCKET_OUT'] ?? 'build/site', precompress: true }),
      // The folder is the room is the address: site/tools/pd_closures ↔ /tools/pd_closures.
      files: {
        src: 'src/web',
        routes: 'site',
        assets: 'src/web/static',
        hooks: { server: 'src/web/hooks.server', universal: 'src/web/hooks', client: 'src/web/hooks.client' },
        appTemplate: 'src/web/app.html',
        errorTemplate: 'src/web/error.html',
      },
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          // The one worker keeps the help page for when there is no network.
          'worker-src': ['self'],
          'style-src': ['self'],
          // The one inline style that is allowed: SvelteKit's announcer of page changes, by its hash.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'font-src': ['self'],
          'img-src': ['self', 'data:'],
          'connect-src': ['self'],
          'form-action': ['self'],
          'manifest-src': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['self'],
        },
      },
      output: { bundleStrategy: 'split' },
      version: { name: process.env['OPENDOCKET_BUILD'] ?? 'dev' },
    }),
  ],
  build: { cssMinify: 'lightningcss' },
})
