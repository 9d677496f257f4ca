import { QueryClient } from '@tanstack/react-query';
import { Problem } from '@/lib/problem';

const retriesMax = 2;

/** Reading is tried again when no answer came or the server had a fault; a refusal is an answer. Writing is never repeated by itself. */
const isWorthRetrying = (failures: number, error: Error): boolean =>
  failures < retriesMax && error instanceof Problem && (error.isOffline || error.status === 502 || error.status === 504);

export const makeQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRetrying, staleTime: 30_000, refetchOnWindowFocus: 'always' },
      mutations: { retry: false },
    },
  });
