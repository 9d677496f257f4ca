import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, told } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { keys } from '@/lib/queries';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { MomentText } from '@/ui/Moment';
import { Panel } from '@/ui/Panel';
import { ShownOnce } from '@/ui/ShownOnce';
import type { AlertSettings } from './words';

interface WebhookSecretProps {
  settings: AlertSettings;
  /** A secret that was just made; null when there is none to show. */
  secret: string | null;
  onSecret: (secret: string) => void;
}

/** What the webhook’s messages are signed with: shown once, and changed when it may be known to others. */
export function WebhookSecret({ settings, secret, onSecret }: WebhookSecretProps) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const make = useMutation({
    mutationFn: () => told(api.POST('/api/alerts/webhook-secret')),
    onSuccess: async (made) => {
      setAsking(false);
      onSecret(made.webhook_secret);
      await Promise.all([keys.alerts, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return (
    <Panel
      title="The webhook’s secret"
      lead="Messages to the webhook are signed with it, so that your program can tell that they come from here."
      actions={
        <Button variant="default" onClick={() => setAsking(true)}>
          New secret…
        </Button>
      }
    >
      <Stack gap="md">
        {secret === null ? null : (
          <ShownOnce title="Copy the secret now" text={secret} what="secret">
            Put it where your program keeps its secrets. It is shown this once and cannot be read back.
          </ShownOnce>
        )}
        <Text size="sm" c="dimmed">
          {settings.previous_secret_until === null ? (
            'A secret that others may have seen is changed here. Nothing is lost by it: for a day both count.'
          ) : (
            <>
              The secret before this one counts until <MomentText instant={settings.previous_secret_until} />.
            </>
          )}
        </Text>
      </Stack>
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
    </Panel>
  );
}
