import { getRouteApi } from '@tanstack/react-router';
import { ContactDetail } from '@/features/contacts/ContactDetail';
import { ContactList } from '@/features/contacts/ContactList';

const listRoute = getRouteApi('/shell/contacts');
const route = getRouteApi('/shell/contacts/$id');

export function ContactsScreen() {
  const search = listRoute.useSearch();
  const navigate = listRoute.useNavigate();
  return <ContactList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}

export function ContactScreen() {
  const { id } = route.useParams();
  return <ContactDetail key={id} id={id} />;
}
