import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignIn } from '@/features/people/SignIn';
import { safeWayBack } from '@/lib/paths';
import { startOver } from '../session';

const route = getRouteApi('/sign-in');

export function SignInScreen() {
  const { then, ended } = route.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  return (
    <SignIn
      ended={ended === true}
      onSignedIn={() => {
        void startOver(queries).then(() => router.navigate({ href: safeWayBack(then), replace: true }));
      }}
    />
  );
}
