import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '@/lib/problem';
import { useSignedIn } from '@/lib/session';
import { ErrorState } from '@/ui/States';
import { AlertList } from './AlertList';
import { AlertSettingsForm } from './AlertSettingsForm';
import { AlertTests } from './AlertTests';
import { alertSettingsQuery } from './queries';
import { WebhookSecret } from './WebhookSecret';

/** Who is told when something needs a person, and what they were told. */
export function Alerts() {
  const { may } = useSignedIn();
  const settings = useQuery(alertSettingsQuery);
  const [secret, setSecret] = useState<string | null>(null);
  if (settings.error)
    return (
      <ErrorState
        problem={asProblem(settings.error)}
        title="The alert settings could not be read."
        onRetry={() => void settings.refetch()}
      />
    );
  if (!settings.data) return <Skeleton height={320} />;
  return (
    <Stack gap="md">
      <AlertSettingsForm settings={settings.data} onSecret={setSecret} />
      {may('owner') && settings.data.webhook_url !== null ? (
        <WebhookSecret settings={settings.data} secret={secret} onSecret={setSecret} />
      ) : null}
      <AlertTests settings={settings.data} />
      <AlertList />
    </Stack>
  );
}
