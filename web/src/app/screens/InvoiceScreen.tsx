import { getRouteApi } from '@tanstack/react-router';
import { InvoiceDetail } from '@/features/invoicing/InvoiceDetail';

const route = getRouteApi('/shell/invoices/$id');

export function InvoiceScreen() {
  const { id } = route.useParams();
  return <InvoiceDetail key={id} id={id} />;
}
