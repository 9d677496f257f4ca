import { Button, Skeleton, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countryName } from '@/lib/countries';
import { asProblem } from '@/lib/problem';
import { businessesQuery, connectionsQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { Chip } from '@/ui/Chip';
import { PageHeader } from '@/ui/PageHeader';
import { EmptyState, ErrorState } from '@/ui/States';
import { ProblemNote } from '@/ui/FieldErrors';
import classes from './Connect.module.css';
import { currentConnection } from './state';
import { useSelectBusiness } from './useSelectBusiness';

interface ChooseBusinessProps {
  /** The connection that was just made; the current one when the address names none. */
  connectionId: string | undefined;
  onChosen: () => void;
}

/** Every business of the grant; choosing one makes it the workspace's current one. */
export function ChooseBusiness({ connectionId, onChosen }: ChooseBusinessProps) {
  const { may } = useSignedIn();
  const connections = useQuery(connectionsQuery);
  const id = connectionId ?? (connections.data ? currentConnection(connections.data)?.id : undefined);
  const businesses = useQuery({ ...businessesQuery(id ?? ''), enabled: id !== undefined });
  const select = useSelectBusiness(onChosen);
  const failure = businesses.error ?? connections.error;
  return (
    <div className={classes['narrow']}>
      <PageHeader
        title="Choose a business"
        lead="Ledgerbridge works in one business at a time. You can switch at any time at the top of every screen."
      />
      <Stack gap="md">
        {failure ? <ErrorState problem={asProblem(failure)} onRetry={() => void businesses.refetch()} /> : null}
        {select.error ? <ProblemNote problem={asProblem(select.error)} /> : null}
        {connections.data && id === undefined ? (
          <EmptyState
            title="Sage is not connected yet"
            actions={
              <Button component={Link} to="/connect">
                Connect Sage
              </Button>
            }
          >
            Businesses appear here once you have connected Sage.
          </EmptyState>
        ) : null}
        {businesses.data?.length === 0 ? (
          <EmptyState title="This Sage account has no business">
            Whoever set it up at Sage can give you access to one. Then come back to this page.
          </EmptyState>
        ) : null}
        {!businesses.data && !failure && id !== undefined ? <Loading /> : null}
        <ul className={classes['businesses']}>
          {businesses.data?.map((business) => (
            <li key={business.id} className={classes['business']}>
              <div>
                <div className={classes['name']}>{business.name}</div>
                <div className={classes['facts']}>
                  <span>{countryName(business.country)}</span>
                  <span>{business.currency}</span>
                  {business.subscription_active ? (
                    <span>Subscription active</span>
                  ) : (
                    <Chip look={{ word: 'Subscription ended', tone: 'wait', icon: IconAlertTriangle }} />
                  )}
                </div>
              </div>
              {business.current ? (
                <Button variant="default" leftSection={<IconCircleCheck size={16} aria-hidden />} onClick={onChosen}>
                  Go on with this one
                </Button>
              ) : (
                <Button
                  variant="default"
                  disabled={!may('accountant') || select.isPending}
                  loading={select.isPending && select.variables.id === business.id}
                  onClick={() => select.mutate(business)}
                  aria-label={`Choose ${business.name}`}
                >
                  Choose
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Stack>
    </div>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Asking Sage for the businesses">
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} height={68} mb={8} radius={8} />
      ))}
    </div>
  );
}
