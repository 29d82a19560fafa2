import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { missingWords } from './words/complete.ts';

/** A text that one language has and the other has not fails the build. */
const completeWords: Plugin = {
  name: 'complete-words',
  async buildStart() {
    const missing = await missingWords();
    if (missing.length > 0) this.error(`Texts of the console are not the same in French and English:\n${missing.join('\n')}`);
  },
};

/** Where the API is while the console is developed with `npm run dev`. It takes commands from pages of its own address only. */
const api = process.env.JALON ?? 'http://127.0.0.1:3000';
const behind = Object.fromEntries(
  ['/v1', '/auth', '/docs', '/openapi.json', '/log'].map((path) => [path, { target: api, headers: { origin: api } }]),
);

export default defineConfig({
  plugins: [react(), completeWords],
  server: { proxy: behind },
  build: {
    target: 'es2023',
    // Every file gets a name of its own by content, and is kept for ever by browsers; nothing is inlined, which the content security policy would refuse.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_200,
    manifest: true,
  },
});
