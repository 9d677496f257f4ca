import { getRouteApi } from '@tanstack/react-router';
import { ContactList } from '@/features/contacts/ContactList';

const route = getRouteApi('/shell/contacts');

export function ContactsScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return <ContactList search={search} onSearch={(next) => void navigate({ search: next })} />;
}
