import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FirstRun } from '@/features/people/FirstRun';
import { sessionQuery } from '@/lib/queries';
import { startOver } from '../session';

export function FirstRunScreen() {
  const { data } = useQuery(sessionQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <FirstRun
      setupCodeRequired={data?.setup_code_required ?? false}
      onDone={() => {
        void startOver(queries).then(() => navigate({ to: '/connect', replace: true }));
      }}
    />
  );
}
