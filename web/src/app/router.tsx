import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { safeWayBack } from '@/lib/paths';
import { sessionQuery } from '@/lib/queries';
import { Crash } from './Crash';
import { LiveRegion } from './LiveRegion';
import { NotFound } from './NotFound';
import {
  parseAuditSearch,
  parseConnectSearch,
  parseContactSearch,
  parseCreditNoteSearch,
  parseInvoiceSearch,
  parseNewInvoiceSearch,
  parsePaymentSearch,
  parsePeriodSearch,
  parseRunSearch,
  parseSettingsSearch,
  parseStatementSearch,
} from './search';
import { parseSignInSearch } from './search';
import { Shell } from './Shell';
import { Waiting } from './Waiting';

interface RouterContext {
  readonly queries: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: () => (
    <>
      <LiveRegion />
      <Outlet />
    </>
  ),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: parseSignInSearch,
  beforeLoad: async ({ context, search }) => {
    const session = await context.queries.query({ ...sessionQuery, staleTime: 'static' });
    if (session.first_run) throw redirect({ to: '/first-run' });
    if (session.person) throw redirect({ href: safeWayBack(search.then) });
  },
  component: lazyRouteComponent(() => import('./screens/SignInScreen'), 'SignInScreen'),
});

const firstRunRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-run',
  beforeLoad: async ({ context }) => {
    const session = await context.queries.query({ ...sessionQuery, staleTime: 'static' });
    if (!session.first_run) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('./screens/FirstRunScreen'), 'FirstRunScreen'),
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('./screens/JoinScreen'), 'JoinScreen'),
});

const problemsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/docs/problems',
  component: lazyRouteComponent(() => import('./screens/ProblemsScreen'), 'ProblemsScreen'),
});

/** Everything behind the sign-in. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.query({ ...sessionQuery, staleTime: 'static' });
    if (session.first_run) throw redirect({ to: '/first-run' });
    if (!session.person) throw redirect({ to: '/sign-in', search: { then: location.href } });
  },
  component: Shell,
});

const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./screens/OverviewScreen'), 'OverviewScreen'),
});

/** The store's admin links here. */
const dashboardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard',
  beforeLoad: () => {
    throw redirect({ to: '/' });
  },
});

const connectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/connect',
  component: lazyRouteComponent(() => import('./screens/ConnectScreen'), 'ConnectScreen'),
});

const chooseBusinessRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/connect/business',
  validateSearch: parseConnectSearch,
  component: lazyRouteComponent(() => import('./screens/ConnectScreen'), 'ChooseBusinessScreen'),
});

const invoicesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/invoices',
  validateSearch: parseInvoiceSearch,
  component: lazyRouteComponent(() => import('./screens/InvoicesScreen'), 'InvoicesScreen'),
});

const newInvoiceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/invoices/new',
  validateSearch: parseNewInvoiceSearch,
  component: lazyRouteComponent(() => import('./screens/NewInvoiceScreen'), 'NewInvoiceScreen'),
});

const invoiceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/invoices/$id',
  component: lazyRouteComponent(() => import('./screens/InvoiceScreen'), 'InvoiceScreen'),
});

const creditNotesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/invoices/credit-notes',
  validateSearch: parseCreditNoteSearch,
  component: lazyRouteComponent(() => import('./screens/DocumentScreens'), 'CreditNotesScreen'),
});

const creditNoteRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/invoices/credit-notes/$id',
  component: lazyRouteComponent(() => import('./screens/DocumentScreens'), 'CreditNoteScreen'),
});

const paymentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/invoices/payments',
  validateSearch: parsePaymentSearch,
  component: lazyRouteComponent(() => import('./screens/DocumentScreens'), 'PaymentsScreen'),
});

const paymentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/invoices/payments/$id',
  component: lazyRouteComponent(() => import('./screens/DocumentScreens'), 'PaymentScreen'),
});

const contactsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contacts',
  validateSearch: parseContactSearch,
  component: lazyRouteComponent(() => import('./screens/ContactsScreen'), 'ContactsScreen'),
});

const contactRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contacts/$id',
  component: lazyRouteComponent(() => import('./screens/ContactsScreen'), 'ContactScreen'),
});

const statementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contacts/$id/statement',
  validateSearch: parseStatementSearch,
  component: lazyRouteComponent(() => import('./screens/ContactsScreen'), 'StatementScreen'),
});

const runsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs',
  validateSearch: parseRunSearch,
  component: lazyRouteComponent(() => import('./screens/RunsScreen'), 'RunsScreen'),
});

const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs/$id',
  component: lazyRouteComponent(() => import('./screens/RunsScreen'), 'RunScreen'),
});

const storesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/stores',
  component: lazyRouteComponent(() => import('./screens/StoresScreen'), 'StoresScreen'),
});

const connectStoreRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/stores/connect',
  component: lazyRouteComponent(() => import('./screens/StoresScreen'), 'ConnectStoreScreen'),
});

const storeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/stores/$id',
  component: lazyRouteComponent(() => import('./screens/StoresScreen'), 'StoreScreen'),
});

const completenessRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/stores/$id/completeness',
  validateSearch: parsePeriodSearch,
  component: lazyRouteComponent(() => import('./screens/StoresScreen'), 'CompletenessScreen'),
});

const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit',
  validateSearch: parseAuditSearch,
  component: lazyRouteComponent(() => import('./screens/AuditScreen'), 'AuditScreen'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  validateSearch: parseSettingsSearch,
  component: lazyRouteComponent(() => import('./screens/SettingsScreen'), 'SettingsScreen'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  firstRunRoute,
  joinRoute,
  problemsRoute,
  shellRoute.addChildren([
    overviewRoute,
    dashboardRoute,
    connectRoute,
    chooseBusinessRoute,
    invoicesRoute,
    newInvoiceRoute,
    invoiceRoute,
    creditNotesRoute,
    creditNoteRoute,
    paymentsRoute,
    paymentRoute,
    contactsRoute,
    contactRoute,
    statementRoute,
    runsRoute,
    runRoute,
    storesRoute,
    connectStoreRoute,
    storeRoute,
    completenessRoute,
    auditRoute,
    settingsRoute,
  ]),
]);

export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree,
    context: { queries },
    scrollRestoration: true,
    defaultPendingMs: 300,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: NotFound,
  });

export type AppRouter = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
