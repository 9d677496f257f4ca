import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { theme } from '@/app/theme';
import { referenceQuery, type Role, sessionQuery, settingsQuery } from '@/lib/queries';
import { someReference, someSession } from './some';

interface ShowOptions {
  readonly role?: Role;
  /** False shows a screen to somebody who is not signed in. */
  readonly signedIn?: boolean;
}

/** Shows a part of the app with everything that stands around it, signed in and with a business. Other addresses show their path. */
export async function show(part: ReactNode, { role = 'accountant', signedIn = true }: ShowOptions = {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity }, mutations: { retry: false } } });
  if (signedIn) {
    queries.setQueryData(sessionQuery.queryKey, someSession(role));
    queries.setQueryData(referenceQuery.queryKey, someReference());
    queries.setQueryData(settingsQuery('workspace').queryKey, {});
    queries.setQueryData(settingsQuery('template').queryKey, {});
  }
  const root = createRootRoute({ component: Outlet, notFoundComponent: () => <p>Another screen</p> });
  const home = createRoute({ getParentRoute: () => root, path: '/', component: () => part });
  const router = createRouter({ routeTree: root.addChildren([home]), history: createMemoryHistory({ initialEntries: ['/'] }) });
  const user = userEvent.setup({ delay: null });
  const shown = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await router.load();
  return { ...shown, user, queries, router };
}
