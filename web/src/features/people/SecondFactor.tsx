import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { keys } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { Chip } from '@/ui/Chip';
import { ProblemNote } from '@/ui/FieldErrors';
import { FormErrors } from '@/ui/FormErrors';
import { Panel } from '@/ui/Panel';
import { ShownOnce } from '@/ui/ShownOnce';
import { useForm } from '@/ui/useForm';
import { QrCode } from './QrCode';
import classes from './Rows.module.css';

/** The authenticator app: on with a code from it, off with another. */
export function SecondFactor() {
  const { person } = useSignedIn();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Panel
      title="Authenticator app"
      lead="A code from your telephone beside the password. Whoever learns your password still cannot sign in."
      actions={
        <Chip
          look={
            person.two_factor_on ? { word: 'On', tone: 'ok', icon: IconShieldCheck } : { word: 'Off', tone: 'still', icon: IconShieldOff }
          }
        />
      }
    >
      <Stack gap="md">
        {codes ? (
          <ShownOnce title="Your recovery codes" text={codes.join('\n')} what="recovery codes">
            For the day the telephone is lost: each works once instead of a code. Keep them on paper or in a password store; they are shown
            this once.
          </ShownOnce>
        ) : null}
        {person.two_factor_on ? <TurnOff onOff={() => setCodes(null)} /> : <TurnOn onOn={setCodes} />}
      </Stack>
    </Panel>
  );
}

function useSessionAnew() {
  const queries = useQueryClient();
  return () => Promise.all([keys.session, keys.people, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

function TurnOn({ onOn }: { onOn: (codes: readonly string[]) => void }) {
  const form = useForm({ code: '' });
  const readAnew = useSessionAnew();
  const begin = useMutation({ mutationFn: () => told(api.POST('/api/account/two-factor/begin')) });
  const turnOn = useMutation({
    mutationFn: () => told(api.POST('/api/account/two-factor/on', { body: { code: form.values.code } })),
    onMutate: () => form.clear(),
    onSuccess: async ({ codes }) => {
      onOn(codes);
      notify({ tone: 'done', text: 'The authenticator app is on. Keep your recovery codes.' });
      await readAnew();
    },
    onError: (failure) => form.fail(asProblem(failure)),
  });
  if (!begin.data) {
    return (
      <>
        {begin.error ? <ProblemNote problem={asProblem(begin.error)} /> : null}
        <Group>
          <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
            Set up
          </Button>
        </Group>
      </>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        turnOn.mutate();
      }}
    >
      <div className={classes['code']}>
        <QrCode text={begin.data.uri} label="QR code for your authenticator app" />
        <div className={classes['form']}>
          <Text size="sm">Scan the picture with your authenticator app, or type this key into it:</Text>
          <code data-testid="two-factor-key">{begin.data.key.match(/.{1,4}/g)?.join(' ')}</code>
          <FormErrors form={form} />
          <TextInput label="Code your app shows now" inputMode="numeric" autoComplete="one-time-code" {...form.field('code')} />
          <Group>
            <Button type="submit" loading={turnOn.isPending}>
              Turn it on
            </Button>
          </Group>
        </div>
      </div>
    </form>
  );
}

function TurnOff({ onOff }: { onOff: () => void }) {
  const form = useForm({ code: '' });
  const readAnew = useSessionAnew();
  const turnOff = useMutation({
    mutationFn: () => told(api.POST('/api/account/two-factor/off', { body: { code: form.values.code } })),
    onMutate: () => form.clear(),
    onSuccess: async () => {
      onOff();
      notify({ tone: 'done', text: 'The authenticator app is off. From now on the password alone is enough.' });
      await readAnew();
    },
    onError: (failure) => form.fail(asProblem(failure)),
  });
  return (
    <form
      noValidate
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        turnOff.mutate();
      }}
    >
      <FormErrors form={form} />
      <TextInput
        label="Code to turn it off"
        description="From your app, or a recovery code."
        autoComplete="one-time-code"
        {...form.field('code')}
      />
      <Group>
        <Button type="submit" variant="default" loading={turnOff.isPending}>
          Turn it off
        </Button>
      </Group>
    </form>
  );
}
