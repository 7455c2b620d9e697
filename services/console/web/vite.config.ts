import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './precompress.ts'

const modules = join(import.meta.dirname, '../node_modules')
const uswds = join(modules, '@uswds/uswds')

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompress()],
  resolve: {
    alias: { '@uswds-img': join(uswds, 'dist/img'), '@fonts': join(modules, '@fontsource/public-sans/files') },
  },
  css: { preprocessorOptions: { scss: { loadPaths: [join(uswds, 'packages')], quietDeps: true } } },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    // A data: address for a small file would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The gateway reads there which files an area needs (src/pages/links.ts).
    manifest: true,
    chunkSizeWarningLimit: 600,
    // What most areas need comes in one piece: a browser fetches six files at once, and waits for the round trips of the others.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 6 }] } } },
  },
  // For `pnpm --filter @cte-align/console dev`: pages from here, everything else from the running gateway.
  server: { host: '127.0.0.1', port: 4390, proxy: { '/api': 'http://127.0.0.1:4300' } },
})
