import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Completeness } from '@/features/completeness/Completeness';
import { ConnectStore } from '@/features/stores/ConnectStore';
import { StoreList } from '@/features/stores/StoreList';
import { StoreSettings } from '@/features/stores/StoreSettings';

const route = getRouteApi('/shell/stores/$id');
const completenessRoute = getRouteApi('/shell/stores/$id/completeness');

export function StoresScreen() {
  return <StoreList />;
}

export function ConnectStoreScreen() {
  const navigate = useNavigate();
  return <ConnectStore onConnected={(store) => void navigate({ to: '/stores/$id', params: { id: store.id } })} />;
}

export function StoreScreen() {
  const { id } = route.useParams();
  return <StoreSettings key={id} id={id} />;
}

export function CompletenessScreen() {
  const { id } = completenessRoute.useParams();
  const period = completenessRoute.useSearch();
  const navigate = completenessRoute.useNavigate();
  return <Completeness key={id} storeId={id} period={period} onPeriod={(next) => void navigate({ search: next, resetScroll: false })} />;
}
