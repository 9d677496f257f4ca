import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ConnectStore } from '@/features/stores/ConnectStore';
import { StoreList } from '@/features/stores/StoreList';
import { StoreSettings } from '@/features/stores/StoreSettings';

const route = getRouteApi('/shell/stores/$id');

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
