import { getRouteApi } from '@tanstack/react-router';
import { ContactDialog } from '@/features/contacts/ContactDialog';
import { NewInvoice } from '@/features/invoicing/NewInvoice';

const route = getRouteApi('/shell/invoices/new');

export function NewInvoiceScreen() {
  const { confirming } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <NewInvoice
      confirming={confirming}
      onConfirming={(previewId) => void navigate({ search: previewId ? { confirming: previewId } : {}, replace: true })}
      newCustomer={({ name, onClose, onCreated }) => (
        <ContactDialog contact={null} kind="customer" name={name} onClose={onClose} onSaved={onCreated} onUse={onCreated} />
      )}
    />
  );
}
