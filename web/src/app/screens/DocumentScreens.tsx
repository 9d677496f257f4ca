import { getRouteApi } from '@tanstack/react-router';
import { CreditNoteDetail } from '@/features/invoicing/CreditNoteDetail';
import { CreditNoteList } from '@/features/invoicing/CreditNoteList';
import { PaymentDetail } from '@/features/invoicing/PaymentDetail';
import { PaymentList } from '@/features/invoicing/PaymentList';

const creditNotes = getRouteApi('/shell/invoices/credit-notes');
const creditNote = getRouteApi('/shell/invoices/credit-notes/$id');
const payments = getRouteApi('/shell/invoices/payments');
const payment = getRouteApi('/shell/invoices/payments/$id');

export function CreditNotesScreen() {
  const search = creditNotes.useSearch();
  const navigate = creditNotes.useNavigate();
  return <CreditNoteList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}

export function CreditNoteScreen() {
  const { id } = creditNote.useParams();
  return <CreditNoteDetail key={id} id={id} />;
}

export function PaymentsScreen() {
  const search = payments.useSearch();
  const navigate = payments.useNavigate();
  return <PaymentList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}

export function PaymentScreen() {
  const { id } = payment.useParams();
  return <PaymentDetail key={id} id={id} />;
}
