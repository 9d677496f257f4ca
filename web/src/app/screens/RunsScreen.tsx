import { getRouteApi } from '@tanstack/react-router';
import { RunDetail } from '@/features/runs/RunDetail';
import { RunList } from '@/features/runs/RunList';

const listRoute = getRouteApi('/shell/runs');
const route = getRouteApi('/shell/runs/$id');

export function RunsScreen() {
  const search = listRoute.useSearch();
  const navigate = listRoute.useNavigate();
  return <RunList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}

export function RunScreen() {
  const { id } = route.useParams();
  return <RunDetail key={id} id={id} />;
}
