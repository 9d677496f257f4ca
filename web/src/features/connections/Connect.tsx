import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '@/lib/problem';
import { regionsQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { classNames } from '@/ui/classes';
import { PageHeader } from '@/ui/PageHeader';
import { ErrorState } from '@/ui/States';
import classes from './Connect.module.css';

/** Chooses the country and goes to Sage, which asks the person to allow it. */
export function Connect() {
  const { workspace, may } = useSignedIn();
  const regions = useQuery(regionsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  if (regions.error) return <ErrorState problem={asProblem(regions.error)} onRetry={() => void regions.refetch()} />;
  const usual =
    regions.data?.regions.find((region) => region.code === workspace.country && region.available)?.code ?? regions.data?.default;
  const country = chosen ?? usual;
  return (
    <div className={classes['narrow']}>
      <PageHeader
        title="Connect Sage"
        lead="You sign in at Sage and allow Ledgerbridge to work with your books. It never sees your password; disconnect at any time."
      />
      <Stack gap="lg">
        {regions.data?.sandbox ? (
          <Alert title="This server works with the sandbox">
            Instead of Sage there is a simulator on this machine, with made-up businesses. Nothing you do here reaches a real account.
          </Alert>
        ) : null}
        {may('accountant') ? (
          <>
            <fieldset className={classes['countries']}>
              <legend>
                <Text size="sm" fw={560} mb={8}>
                  Where is the business?
                </Text>
              </legend>
              {(regions.data?.regions ?? []).map((region) => (
                <label key={region.code} className={classNames(classes['country'], !region.available && classes['unavailable'])}>
                  <input
                    type="radio"
                    name="country"
                    value={region.code}
                    disabled={!region.available}
                    checked={country === region.code}
                    onChange={() => setChosen(region.code)}
                  />
                  <span className={classes['name']}>{region.name}</span>
                  <span className={classes['currency']}>{region.currency}</span>
                  <span className={classes['note']}>{region.note}</span>
                </label>
              ))}
            </fieldset>
            {country === undefined ? null : (
              <Group>
                {/* A plain link: the way leads out of this app, and a form may not be led to another site. */}
                <Button component="a" href={`/auth/start?country=${country.toLowerCase()}`} data-testid="go-to-sage">
                  Go to Sage
                </Button>
              </Group>
            )}
          </>
        ) : (
          <Alert title="Your role cannot connect Sage">
            You are a Viewer here. An Accountant or Owner can connect Sage, and an Owner can change your role.
          </Alert>
        )}
      </Stack>
    </div>
  );
}
