import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconKey, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { api, told } from '@/lib/api';
import { dropAllDrafts } from '@/lib/drafts';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { roleNames, useSignedIn } from '@/lib/session';
import classes from './PersonMenu.module.css';
import { startOver } from './session';

/** Who is signed in, the own account, and the way out. */
export function PersonMenu() {
  const { person, role } = useSignedIn();
  const router = useRouter();
  const queries = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => told(api.DELETE('/api/session')),
    onSuccess: async () => {
      dropAllDrafts();
      await startOver(queries);
      await router.navigate({ to: '/sign-in', ignoreBlocker: true });
    },
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
  });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes['button'] ?? ''} data-testid="person-menu">
          <span aria-hidden className={classes['initials']}>
            {initials(person.name)}
          </span>
          <VisuallyHidden>{person.name}: account and sign out</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes['who']}>
          <div className={classes['name']}>{person.name}</div>
          <div className={classes['detail']}>{person.email}</div>
          <div className={classes['detail']}>{roleNames[role]}</div>
        </div>
        <Menu.Divider />
        <Menu.Item
          renderRoot={(props) => <Link to="/settings" search={{ tab: 'account' }} {...props} />}
          leftSection={<IconUserCircle size={16} aria-hidden />}
        >
          Your account
        </Menu.Item>
        <Menu.Item component="a" href="/docs/api" leftSection={<IconKey size={16} aria-hidden />}>
          API reference
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A whole character, also one outside the basic plane. */
const firstSign = /^./u;

const initials = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => firstSign.exec(word ?? '')?.[0] ?? '')
    .join('')
    .toUpperCase();
};
