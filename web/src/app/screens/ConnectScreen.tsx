import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ChooseBusiness } from '@/features/connections/ChooseBusiness';
import { Connect } from '@/features/connections/Connect';

const route = getRouteApi('/shell/connect/business');

export function ConnectScreen() {
  return <Connect />;
}

export function ChooseBusinessScreen() {
  const { connection } = route.useSearch();
  const navigate = useNavigate();
  return <ChooseBusiness connectionId={connection} onChosen={() => void navigate({ to: '/invoices' })} />;
}
