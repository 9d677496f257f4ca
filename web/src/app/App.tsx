import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { makeQueries } from './queries';
import { makeRouter } from './router';
import { cssVariables, theme } from './theme';

const queries = makeQueries();
const router = makeRouter(queries);
// The same key as in public/scheme.js, which sets the scheme before this is loaded.
const schemes = localStorageColorSchemeManager({ key: 'ledgerbridge-scheme' });

export function App({ nonce }: { nonce: string }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
