import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where a gateway answers while one develops: npm run dev passes everything but the app on to it. */
const gateway = process.env.SUITE_GATEWAY ?? 'http://localhost:8000';

const passedOn = ['/api', '/ws', '/orchestrator', '/portfolios', '/strategies', '/app/config.json'];

export default defineConfig({
  base: '/app/',
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'target/classes/dashboard',
    emptyOutDir: true,
    // A font or picture of its own name is cached; one inside a style sheet would be sent with every change of it.
    assetsInlineLimit: 0,
    // What it would insert is an inline script; every browser the dashboard is for can do without.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', renew: 'renew.html' },
    },
  },
  server: {
    port: 3000,
    strictPort: true,
    proxy: Object.fromEntries(passedOn.map((path) => [path, { target: gateway, ws: path === '/ws', xfwd: false }])),
  },
  test: {
    // Tests of components say so: // @vitest-environment jsdom
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    // The machine that builds may be busy with a suite.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
