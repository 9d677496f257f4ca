import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { serve } from '@/test/server';
import { show } from '@/test/show';
import { someInvoice, testMoment } from '@/test/some';
import { InvoiceList } from './InvoiceList';
import type { InvoiceSearch } from './queries';

const list = 'GET /api/sage/sales_invoices';

const page = (rows: readonly object[], next: string | null) => ({
  body: {
    $total: 3,
    $page: 1,
    $next: null,
    $back: null,
    $itemsPerPage: 25,
    $items: rows,
    total_is_exact: true,
    next,
    fresh_at: testMoment,
  },
});

const open = async (search: InvoiceSearch) => {
  const onSearch = vi.fn();
  return { ...(await show(<InvoiceList search={search} onSearch={onSearch} />)), onSearch };
};

test('More is asked for from the end of what is there, with the same filters, and comes below it', async () => {
  const asked: string[] = [];
  serve({
    [list]: (request) => {
      const { searchParams } = new URL(request.url);
      asked.push(searchParams.toString());
      return searchParams.has('after')
        ? page([someInvoice({ id: 'i3', number: 'SI-3' })], null)
        : page([someInvoice({ id: 'i1', number: 'SI-1' }), someInvoice({ id: 'i2', number: 'SI-2' })], 'end-of-2');
    },
  });
  const { user } = await open({ status: 'overdue', sort: 'largest' });
  expect(await screen.findByText(/2 of 3 invoices/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Load more' }));
  expect(await screen.findByRole('link', { name: 'SI-3' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'SI-1' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  const filters = new URLSearchParams({ status: 'overdue', sort: 'largest' }).toString();
  expect(asked).toEqual([filters, `${filters}&after=end-of-2`]);
});

test('The order stands in the address, and the file has the filters of the list', async () => {
  serve({ [list]: () => page([someInvoice()], null) });
  const { user, onSearch } = await open({ search: 'lodge', from: '2026-11-01' });
  const file = await screen.findByRole('link', { name: 'Export CSV' });
  expect(file.getAttribute('href')).toBe('/api/sage/sales_invoices.csv?search=lodge&from_date=2026-11-01');
  await user.click(await screen.findByRole('button', { name: 'Total' }));
  expect(onSearch).toHaveBeenLastCalledWith({ search: 'lodge', from: '2026-11-01', sort: 'largest' });
  await user.click(screen.getByRole('button', { name: 'Date' }));
  expect(onSearch).toHaveBeenLastCalledWith({ search: 'lodge', from: '2026-11-01', sort: 'oldest' });
});

test('A row whose newer state cannot be read says so', async () => {
  serve({ [list]: () => page([someInvoice({ unread_problem: 'The date is none.' })], null) });
  await open({});
  expect(await screen.findByRole('img', { name: /cannot be read: The date is none/ })).toBeDefined();
});
