import { getRouteApi } from '@tanstack/react-router';
import { ContactDetail } from '@/features/contacts/ContactDetail';
import { ContactList } from '@/features/contacts/ContactList';
import { StatementView } from '@/features/contacts/StatementView';

const listRoute = getRouteApi('/shell/contacts');
const route = getRouteApi('/shell/contacts/$id');
const statementRoute = getRouteApi('/shell/contacts/$id/statement');

export function ContactsScreen() {
  const search = listRoute.useSearch();
  const navigate = listRoute.useNavigate();
  return <ContactList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}

export function ContactScreen() {
  const { id } = route.useParams();
  return <ContactDetail key={id} id={id} />;
}

export function StatementScreen() {
  const { id } = statementRoute.useParams();
  const search = statementRoute.useSearch();
  const navigate = statementRoute.useNavigate();
  return <StatementView key={id} id={id} search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
