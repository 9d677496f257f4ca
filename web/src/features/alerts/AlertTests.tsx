import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, told } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { keys } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { Chip } from '@/ui/Chip';
import { ProblemNote } from '@/ui/FieldErrors';
import { Panel } from '@/ui/Panel';
import classes from './Alerts.module.css';
import { type AlertSettings, type AlertWay, notTakenLook, takenLook } from './words';

/** Tries each way out and says what the other side said. */
export function AlertTests({ settings }: { settings: AlertSettings }) {
  const { may } = useSignedIn();
  const queries = useQueryClient();
  const test = useMutation({
    mutationFn: (way: AlertWay) => told(api.POST('/api/alerts/test', { body: { way } })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.audit }),
  });
  if (!may('owner')) return null;
  const hasMail = settings.recipients.length > 0;
  const hasWebhook = settings.webhook_url !== null;
  return (
    <Panel title="Try it out" lead="A test goes out at once to everybody who was saved above, quiet hours or not.">
      <Stack gap="md">
        {hasMail || hasWebhook ? (
          <Group>
            <Button variant="default" disabled={!hasMail || test.isPending} onClick={() => test.mutate('mail')}>
              Send a test mail
            </Button>
            <Button variant="default" disabled={!hasWebhook || test.isPending} onClick={() => test.mutate('webhook')}>
              Send a test to the webhook
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            Nobody is told yet. Enter an e-mail address or a webhook above and save it.
          </Text>
        )}
        {test.isPending ? <Text size="sm">Sending…</Text> : null}
        {test.error ? <ProblemNote problem={asProblem(test.error)} /> : null}
        {test.data ? (
          <div role="status" aria-label="What came of the test">
            <ul className={classes['results']}>
              {test.data.results.map((result) => (
                <li key={result.target}>
                  <Chip look={result.taken ? takenLook : notTakenLook} /> <strong>{result.target}</strong> {result.message}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </Stack>
    </Panel>
  );
}
