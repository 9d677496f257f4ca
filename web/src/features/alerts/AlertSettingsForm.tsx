import { Alert, Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { keys } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { FormErrors } from '@/ui/FormErrors';
import { Panel } from '@/ui/Panel';
import { ShownOnce } from '@/ui/ShownOnce';
import { type Form, useForm } from '@/ui/useForm';
import { type AlertField, atFields, bodyOf, valuesOf } from './form';
import classes from './Alerts.module.css';
import { alertSettingsQuery } from './queries';
import { type AlertSettings, kindWords, kinds } from './words';

/** Who is told, by which ways, when and about what. */
export function AlertSettingsForm({ settings }: { settings: AlertSettings }) {
  const { may } = useSignedIn();
  const queries = useQueryClient();
  const form = useForm<AlertField>(valuesOf(settings));
  const mayChange = may('owner');
  const [secret, setSecret] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: () => told(api.PUT('/api/alerts/settings', { body: bodyOf(form.values) })),
    onMutate: () => form.clear(),
    onSuccess: async (saved) => {
      form.reset(valuesOf(saved.settings));
      queries.setQueryData(alertSettingsQuery.queryKey, saved.settings);
      setSecret(saved.webhook_secret);
      notify({ tone: 'done', text: 'The alert settings were saved.' });
      await Promise.all([keys.alerts, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (failure) => form.fail(atFields(asProblem(failure), form.values)),
  });
  return (
    <Panel title="Who is told" lead="When something needs a person, Ledgerbridge says so once, again when it gets worse, and when it is over.">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md" maw={560}>
          <FormErrors form={form} />
          <MailFields form={form} route={settings.mail_route} disabled={!mayChange} />
          <TextInput
            label="Webhook address"
            description="A program of yours that is told, at an address that begins with https://. Leave it empty for none."
            autoComplete="off"
            inputMode="url"
            disabled={!mayChange}
            {...form.field('webhook_url')}
          />
          {secret === null ? null : (
            <ShownOnce title="The webhook’s secret" text={secret} what="secret">
              Messages are signed with it, so that your program can tell that they come from here. Put it where the program keeps its secrets; it
              is shown this once.
            </ShownOnce>
          )}
          {mayChange && settings.webhook_url !== null ? <NewSecret onMade={setSecret} /> : null}
          <QuietFields form={form} zone={settings.time_zone} disabled={!mayChange} />
          <KindFields form={form} disabled={!mayChange} />
          {mayChange ? (
            <Group>
              <Button type="submit" loading={save.isPending} disabled={!form.isChanged}>
                Save
              </Button>
            </Group>
          ) : (
            <Text size="xs" c="dimmed">
              Only an Owner may change these.
            </Text>
          )}
        </Stack>
      </form>
    </Panel>
  );
}

interface PartProps {
  form: Form<AlertField>;
  disabled: boolean;
}

function MailFields({ form, route, disabled }: PartProps & { route: string | null }) {
  return (
    <>
      {route === null ? (
        <Alert title="This server sends no e-mail yet">
          Whoever runs it has to name a mail server (the setting Ledgerbridge:Alerts:Mail:Host). Until then only a webhook is told.
        </Alert>
      ) : null}
      <Textarea
        label="E-mail addresses"
        description={`One a line; each gets a message of its own.${route === null ? '' : ` Mails go to ${route}.`}`}
        autosize
        minRows={2}
        maxRows={8}
        disabled={disabled}
        {...form.field('recipients')}
      />
    </>
  );
}

function QuietFields({ form, zone, disabled }: PartProps & { zone: string }) {
  return (
    <fieldset className={classes['group']}>
      <legend>Quiet hours</legend>
      <Text size="xs" c="dimmed" mb={8}>
        By the clock of {zone}. What can wait is told when they end; what is urgent is told at once. Leave both empty for none.
      </Text>
      <div className={classes['pair']}>
        <TextInput type="time" label="From" disabled={disabled} {...form.field('quiet_from')} />
        <TextInput type="time" label="Until" disabled={disabled} {...form.field('quiet_until')} />
      </div>
    </fieldset>
  );
}

function KindFields({ form, disabled }: PartProps) {
  return (
    <fieldset className={classes['group']}>
      <legend>Tell about</legend>
      <Stack gap="xs">
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            id={form.field(kind).id}
            label={kindWords[kind][0]}
            description={kindWords[kind][1]}
            disabled={disabled}
            checked={form.values[kind] === 'yes'}
            onChange={(event) => form.set(kind, event.currentTarget.checked ? 'yes' : '')}
          />
        ))}
      </Stack>
    </fieldset>
  );
}

function NewSecret({ onMade }: { onMade: (secret: string) => void }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const make = useMutation({
    mutationFn: () => told(api.POST('/api/alerts/webhook-secret')),
    onSuccess: async (made) => {
      setAsking(false);
      onMade(made.webhook_secret);
      await Promise.all([keys.alerts, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return (
    <Group>
      <Button variant="default" onClick={() => setAsking(true)}>
        New secret…
      </Button>
      <ConfirmDialog
        opened={asking}
        title="Make a new secret for the webhook?"
        action="Make a new secret"
        busy={make.isPending}
        problem={make.error ? asProblem(make.error) : null}
        onConfirm={() => make.mutate()}
        onClose={() => setAsking(false)}
      >
        For a day messages are signed with both, so that your program can be changed in peace; after that only the new one counts.
      </ConfirmDialog>
    </Group>
  );
}
