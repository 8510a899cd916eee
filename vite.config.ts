/** Builds the explorer, src/explorer, into dist/explorer, from where the server serves it; `npm run dev:explorer` serves it from its sources. */
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// A test run builds what a person builds: React would else be the one for its developers.
if (process.env.NODE_ENV === 'test') process.env.NODE_ENV = 'production';

/** GraphiQL's style sheet holds fonts and pictures as data: addresses, which the policy of the page refuses; the explorer needs none of them. */
const withoutData: Plugin = {
  name: 'graphiql-without-data-addresses',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/graphiql/dist/style.css')) return;
    return code.replace(/@font-face\s*\{[^}]*\}/g, '').replace(/[\w-]+:\s*url\("data:[^"]*"\);/g, '');
  },
};

export default defineConfig({
  root: folder('src/explorer'),
  publicDir: false,
  plugins: [withoutData],
  // Of what GraphiQL brings: what the policy of the page would refuse, and what is large and hardly used.
  resolve: {
    alias: {
      'react-style-singleton': folder('src/explorer/playground/no-style-elements.ts'),
      'framer-motion': folder('src/explorer/playground/plain-tabs.tsx'),
    },
  },
  // Its cache lies outside of src/, so that nothing there is newer than the build.
  cacheDir: folder('node_modules/.vite'),
  build: {
    outDir: folder('dist/explorer'),
    emptyOutDir: true,
    target: 'es2022',
    // Every file is fetched from its own address: the policy of the page allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // GraphiQL, which only the playground loads.
    chunkSizeWarningLimit: 900,
    // Of React's packages, about servers that render them.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  server: {
    fs: { allow: [folder('.')] },
    proxy: { '/graphql': 'http://127.0.0.1:4000' },
  },
  logLevel: 'warn',
});
