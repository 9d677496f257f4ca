import { Alert, Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { keys } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { FormErrors } from '@/ui/FormErrors';
import { Panel } from '@/ui/Panel';
import { type Form, useForm } from '@/ui/useForm';
import { type AlertField, atFields, bodyOf, valuesOf } from './form';
import classes from './Alerts.module.css';
import { alertSettingsQuery } from './queries';
import { type AlertSettings, kindWords, kinds } from './words';

interface AlertSettingsFormProps {
  settings: AlertSettings;
  /** Called with the secret that was made for a new webhook. */
  onSecret: (secret: string) => void;
}

/** Who is told, by which ways, when and about what. */
export function AlertSettingsForm({ settings, onSecret }: AlertSettingsFormProps) {
  const { may } = useSignedIn();
  const queries = useQueryClient();
  const form = useForm<AlertField>(valuesOf(settings));
  const mayChange = may('owner');
  const save = useMutation({
    mutationFn: () => told(api.PUT('/api/alerts/settings', { body: bodyOf(form.values) })),
    onMutate: () => form.clear(),
    onSuccess: async (saved) => {
      form.reset(valuesOf(saved.settings));
      queries.setQueryData(alertSettingsQuery.queryKey, saved.settings);
      if (saved.webhook_secret !== null) onSecret(saved.webhook_secret);
      notify({
        tone: 'done',
        text: `The alert settings were saved.${saved.webhook_secret === null ? '' : ' The webhook’s secret stands below, this once.'}`,
      });
      await Promise.all([keys.alerts, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (failure) => form.fail(atFields(asProblem(failure), form.values)),
  });
  return (
    <Panel
      title="Who is told"
      lead="When something needs a person, Ledgerbridge says so once, again when it gets worse, and when it is over."
    >
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
