import { Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { keys, type Role } from '@/lib/queries';
import { roleNames, useSignedIn } from '@/lib/session';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { FormErrors } from '@/ui/FormErrors';
import { MomentText } from '@/ui/Moment';
import { Panel } from '@/ui/Panel';
import { ShownOnce } from '@/ui/ShownOnce';
import { EmptyState, ErrorState } from '@/ui/States';
import { useForm } from '@/ui/useForm';
import classes from './Rows.module.css';

type ApiKey = Schemas['ApiKeyResponse'];

const ownKeys = ['keys'] as const;

/** Keys with which programs work in this workspace. */
export function ApiKeys() {
  const { may } = useSignedIn();
  const found = useQuery({
    queryKey: ownKeys,
    queryFn: async ({ signal }) => (await told(api.GET('/api/keys', { signal }))).keys,
    enabled: may('owner'),
  });
  if (!may('owner')) {
    return (
      <EmptyState title="API keys are an Owner’s business">
        With a key a program works in this workspace. Only an Owner can see, make and revoke them; ask one if you need a key.
      </EmptyState>
    );
  }
  if (found.error) return <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />;
  return (
    <Stack gap="md">
      <NewKey />
      <Panel title="Keys in use">
        {found.data ? (
          found.data.length === 0 ? (
            <Text size="sm" c="dimmed">
              There is no key. Programs cannot work in this workspace.
            </Text>
          ) : (
            <ul className={classes['rows']}>
              {found.data.map((key) => (
                <KeyRow key={key.id} apiKey={key} />
              ))}
            </ul>
          )
        ) : (
          <Skeleton height={80} />
        )}
      </Panel>
    </Stack>
  );
}

function NewKey() {
  const queries = useQueryClient();
  const form = useForm({ name: '', role: 'accountant', expires_in_days: '365' });
  const make = useMutation({
    mutationFn: () =>
      told(
        api.POST('/api/keys', {
          body: {
            name: form.values.name,
            role: form.values.role as Role,
            expires_in_days: form.values.expires_in_days === '' ? null : Number(form.values.expires_in_days),
          },
        }),
      ),
    onMutate: () => form.clear(),
    onSuccess: async () => {
      form.reset({ name: '', role: 'accountant', expires_in_days: '365' });
      await Promise.all([ownKeys, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (failure) => form.fail(asProblem(failure)),
  });
  return (
    <Panel title="New key" lead="Send it as “Authorization: Bearer …”. The API reference says what can be done with it.">
      <Stack gap="md">
        {make.data ? (
          <ShownOnce title={`The key ${make.data.key.name}`} text={make.data.api_key} what="key">
            Put it where your program keeps its secrets. It is shown this once; only its fingerprint is kept here.
          </ShownOnce>
        ) : null}
        <form
          noValidate
          className={classes['form']}
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate();
          }}
        >
          <FormErrors form={form} />
          <TextInput
            label="Name"
            description="What the key is for; it stands in the audit log."
            autoComplete="off"
            {...form.field('name')}
          />
          <div className={classes['pair']}>
            <NativeSelect
              label="May do what this role may do"
              data={(['viewer', 'accountant', 'owner'] as const).map((value) => ({ value, label: roleNames[value] }))}
              {...form.field('role')}
            />
            <NativeSelect
              label="Ends"
              data={[
                { value: '30', label: 'After 30 days' },
                { value: '90', label: 'After 90 days' },
                { value: '365', label: 'After a year' },
                { value: '', label: 'Never' },
              ]}
              {...form.field('expires_in_days')}
            />
          </div>
          <Group>
            <Button type="submit" loading={make.isPending}>
              Make the key
            </Button>
          </Group>
        </form>
      </Stack>
    </Panel>
  );
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => told(api.DELETE('/api/keys/{id}', { params: { path: { id: apiKey.id } } })),
    onSuccess: async () => {
      setAsking(false);
      notify({ tone: 'done', text: `The key ${apiKey.name} no longer works.` });
      await Promise.all([ownKeys, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return (
    <li className={classes['row']}>
      <div className={classes['facts']}>
        <div className={classes['name']}>{apiKey.name}</div>
        <div className={classes['quiet']}>
          {roleNames[apiKey.role ?? 'viewer']} · ends in …{apiKey.ending} · made <MomentText instant={apiKey.created_at} /> ·{' '}
          {apiKey.last_used_at ? (
            <>
              last used <MomentText instant={apiKey.last_used_at} ago />
            </>
          ) : (
            'never used'
          )}
          {' · '}
          {apiKey.expires_at ? (
            <>
              works until <MomentText instant={apiKey.expires_at} />
            </>
          ) : (
            'never ends'
          )}
        </div>
      </div>
      <Button variant="default" aria-label={`Revoke ${apiKey.name}`} onClick={() => setAsking(true)}>
        Revoke…
      </Button>
      <ConfirmDialog
        opened={asking}
        danger
        title={`Revoke the key ${apiKey.name}?`}
        action="Revoke"
        busy={revoke.isPending}
        problem={revoke.error ? asProblem(revoke.error) : null}
        onConfirm={() => revoke.mutate()}
        onClose={() => setAsking(false)}
      >
        Programs that use it are refused from now on. A key that was revoked cannot be brought back.
      </ConfirmDialog>
    </li>
  );
}
