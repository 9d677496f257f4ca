import { getRouteApi } from '@tanstack/react-router';
import { InvoiceList } from '@/features/invoicing/InvoiceList';

const route = getRouteApi('/shell/invoices');

export function InvoicesScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return <InvoiceList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
