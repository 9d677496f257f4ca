import { getRouteApi } from '@tanstack/react-router';
import { AuditLog } from '@/features/audit/AuditLog';

const route = getRouteApi('/shell/audit');

export function AuditScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return <AuditLog search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
