import { Button, Group, PasswordInput, Skeleton, Stack } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { keys } from '@/lib/queries';
import { roleNames, useSignedIn } from '@/lib/session';
import { Chip } from '@/ui/Chip';
import { FormErrors } from '@/ui/FormErrors';
import { KeyValues } from '@/ui/KeyValues';
import { MomentText } from '@/ui/Moment';
import { Panel } from '@/ui/Panel';
import { ErrorState } from '@/ui/States';
import { useForm } from '@/ui/useForm';
import classes from './Rows.module.css';
import { SecondFactor } from './SecondFactor';

/** The own account: name, password, authenticator app, signed-in browsers. */
export function Account() {
  const { person, role, workspace } = useSignedIn();
  return (
    <Stack gap="md">
      <Panel title="You">
        <KeyValues
          rows={[
            ['Name', person.name],
            ['E-mail', person.email],
            ['Role', `${roleNames[role]} in ${workspace.name}`],
          ]}
        />
      </Panel>
      <Password />
      <SecondFactor />
      <Browsers />
    </Stack>
  );
}

const shown = { 'aria-label': 'Show the password', tabIndex: 0 };

function Password() {
  const queries = useQueryClient();
  const form = useForm({ current_password: '', new_password: '' });
  const change = useMutation({
    mutationFn: () => told(api.PUT('/api/account/password', { body: form.values })),
    onMutate: () => form.clear(),
    onSuccess: async () => {
      form.reset({ current_password: '', new_password: '' });
      notify({ tone: 'done', text: 'Your password was changed. Your other browsers were signed out.' });
      await Promise.all([browsersKey, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (failure) => form.fail(asProblem(failure)),
  });
  const { person } = useSignedIn();
  return (
    <Panel title="Password">
      <form
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <FormErrors form={form} />
        {/* For password stores, which want to know whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={person.email} readOnly hidden />
        <PasswordInput
          label="Present password"
          autoComplete="current-password"
          visibilityToggleButtonProps={shown}
          {...form.field('current_password')}
        />
        <PasswordInput
          label="New password"
          description="At least 10 characters."
          autoComplete="new-password"
          visibilityToggleButtonProps={shown}
          {...form.field('new_password')}
        />
        <Group>
          <Button type="submit" loading={change.isPending}>
            Change password
          </Button>
        </Group>
      </form>
    </Panel>
  );
}

const browsersKey = ['account', 'sessions'] as const;

function Browsers() {
  const queries = useQueryClient();
  const browsers = useQuery({
    queryKey: browsersKey,
    queryFn: async ({ signal }) => (await told(api.GET('/api/account/sessions', { signal }))).sessions,
  });
  const end = useMutation({
    mutationFn: (id: string) => told(api.DELETE('/api/account/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => notify({ tone: 'done', text: 'That browser is signed out.' }),
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
    onSettled: () => Promise.all([browsersKey, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return (
    <Panel title="Where you are signed in">
      {browsers.error ? <ErrorState problem={asProblem(browsers.error)} onRetry={() => void browsers.refetch()} /> : null}
      {browsers.data ? (
        <ul className={classes['rows']}>
          {browsers.data.map((browser) => (
            <li key={browser.id} className={classes['row']}>
              <div className={classes['facts']}>
                <div className={classes['name']}>{capitalised(browser.device)}</div>
                <div className={classes['quiet']}>
                  signed in <MomentText instant={browser.signed_in_at} /> · seen <MomentText instant={browser.last_seen_at} ago />
                </div>
              </div>
              {browser.current ? (
                <Chip look={{ word: 'This browser', tone: 'ok', icon: IconDeviceDesktop }} />
              ) : (
                <Button
                  variant="default"
                  loading={end.isPending && end.variables === browser.id}
                  onClick={() => end.mutate(browser.id)}
                  aria-label={`Sign out ${browser.device}`}
                >
                  Sign out
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : browsers.error ? null : (
        <Skeleton height={80} />
      )}
    </Panel>
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
