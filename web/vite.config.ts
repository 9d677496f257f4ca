import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env['LEDGERBRIDGE_URL'] ?? 'http://localhost:8777';
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': folder('./src') } },
  server: {
    // docs/problems.md lies beside the folder web and is shown by a screen.
    fs: { allow: [folder('..')] },
    proxy: Object.fromEntries(['/api', '/auth', '/openapi', '/docs/api'].map((path) => [path, { target: server }])),
  },
  build: {
    // Nothing becomes a data: address, so that the content security policy stays as narrow as it is.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
  },
  test: {
    environment: 'jsdom',
    // All files share one page per process, because making a page takes longer than all of them; src/test/setup.ts leaves nothing behind.
    isolate: false,
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', '*.test.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    testTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
    coverage: { provider: 'v8', include: ['src/**'], exclude: ['src/**/*.test.*', 'src/test/**', 'src/lib/api.gen.ts', 'src/main.tsx'] },
  },
});
