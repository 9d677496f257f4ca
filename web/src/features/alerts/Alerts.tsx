import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { asProblem } from '@/lib/problem';
import { ErrorState } from '@/ui/States';
import { AlertList } from './AlertList';
import { AlertSettingsForm } from './AlertSettingsForm';
import { AlertTests } from './AlertTests';
import { alertSettingsQuery } from './queries';

/** Who is told when something needs a person, and what they were told. */
export function Alerts() {
  const settings = useQuery(alertSettingsQuery);
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
      <AlertSettingsForm settings={settings.data} />
      <AlertTests settings={settings.data} />
      <AlertList />
    </Stack>
  );
}
