import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { useSignedIn } from '@/lib/session';
import { startOver } from './session';
import classes from './WorkspaceMenu.module.css';

/** The workspace one is in; a menu when the person belongs to several. */
export function WorkspaceMenu() {
  const { workspace, workspaces } = useSignedIn();
  const router = useRouter();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (id: string) => told(api.PUT('/api/session/workspace', { body: { workspace_id: id } })),
    onSuccess: async () => {
      await router.navigate({ to: '/invoices' });
      await startOver(queries);
      await router.invalidate();
    },
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
  });
  if (workspaces.length < 2) {
    return (
      <span className={classes['name']} title={workspace.name}>
        <VisuallyHidden>Workspace: </VisuallyHidden>
        {workspace.name}
      </span>
    );
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes['button'] ?? ''} data-testid="workspace-menu">
          <VisuallyHidden>Workspace:</VisuallyHidden>
          <span className={classes['name']}>{workspace.name}</span>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {workspaces.map(({ id, name }) => (
          <Menu.Item
            key={id}
            rightSection={id === workspace.id ? <IconCheck size={16} aria-label="current" /> : null}
            onClick={() => (id === workspace.id ? undefined : change.mutate(id))}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
