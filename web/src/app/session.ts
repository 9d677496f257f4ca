import type { QueryClient } from '@tanstack/react-query';
import { clearNotices } from '@/lib/notices';
import { sessionQuery } from '@/lib/queries';

/** Forgets everything that belonged to the person who was signed in, and asks anew who is. */
export async function startOver(queries: QueryClient): Promise<void> {
  clearNotices();
  queries.clear();
  await queries.query(sessionQuery);
}
