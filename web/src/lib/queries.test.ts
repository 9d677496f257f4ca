import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { serve } from '@/test/server';
import { someReference } from '@/test/some';
import { keys, referenceQuery } from './queries';

const connection = (current: boolean) => ({ id: 'con_1', status: 'active', current });

test('Where no business is chosen its lists are not asked for, and the reason is told as the API tells it', async () => {
  const server = serve({ 'GET /api/connections': () => ({ body: { connections: [connection(false)] } }) });
  await expect(new QueryClient().query(referenceQuery)).rejects.toMatchObject({ code: 'no_business', status: 409 });
  expect(server.asked).toEqual(['GET /api/connections']);
});

test('Once a business is chosen its lists are read, after it is known which connection leads to it', async () => {
  let chosen = false;
  const server = serve({
    'GET /api/connections': () => ({ body: { connections: [connection(chosen)] } }),
    'GET /api/business/reference': () => ({ body: someReference() }),
  });
  const queries = new QueryClient();
  await expect(queries.query(referenceQuery)).rejects.toMatchObject({ code: 'no_business' });
  chosen = true;
  await queries.invalidateQueries({ queryKey: keys.connections });
  await expect(queries.query(referenceQuery)).resolves.toMatchObject({ business: someReference().business });
  expect(server.count('GET /api/business/reference')).toBe(1);
});
