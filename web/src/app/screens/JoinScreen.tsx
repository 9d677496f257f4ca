import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Join } from '@/features/people/Join';
import { startOver } from '../session';

export function JoinScreen() {
  const token = useLocation().hash;
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <Join
      token={token}
      onJoined={() => {
        void startOver(queries).then(() => navigate({ to: '/', replace: true }));
      }}
    />
  );
}
