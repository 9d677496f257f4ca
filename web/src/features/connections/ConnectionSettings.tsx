import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { type Connection, connectionsQuery, keys, referenceQuery, regionsQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { Chip, type ChipLook } from '@/ui/Chip';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { KeyValues } from '@/ui/KeyValues';
import { MomentText } from '@/ui/Moment';
import { Panel } from '@/ui/Panel';
import { EmptyState, ErrorState } from '@/ui/States';
import { daysLeftText, type EndingTone, endingSoon } from './state';

const statusLooks: Record<Connection['status'], ChipLook> = {
  active: { word: 'Connected', tone: 'ok', icon: IconCircleCheck },
  reconnect_needed: { word: 'Reconnect needed', tone: 'bad', icon: IconAlertTriangle },
  disconnected: { word: 'Disconnected', tone: 'still', icon: IconPlugConnectedX },
};

/** The connections to Sage, and the lists that are kept of the current business. */
export function ConnectionSettings() {
  const { may } = useSignedIn();
  const connections = useQuery(connectionsQuery);
  if (connections.error) return <ErrorState problem={asProblem(connections.error)} onRetry={() => void connections.refetch()} />;
  if (!connections.data) return <Skeleton height={180} />;
  const shown = connections.data.filter((connection) => connection.status !== 'disconnected' || connection.current);
  const connect = may('accountant') ? (
    <Button component={Link} to="/connect">
      Connect Sage
    </Button>
  ) : null;
  return (
    <Stack gap="md">
      {shown.length === 0 ? (
        <EmptyState title="Sage is not connected" actions={connect}>
          Connect Sage to write invoices and keep contacts from here.
        </EmptyState>
      ) : (
        shown.map((connection) => <ConnectionPanel key={connection.id} connection={connection} />)
      )}
      <Lists />
    </Stack>
  );
}

function ConnectionPanel({ connection }: { connection: Connection }) {
  const { may } = useSignedIn();
  const queries = useQueryClient();
  const regions = useQuery(regionsQuery);
  const [asking, setAsking] = useState(false);
  const readAnew = () => Promise.all([keys.connections, keys.books, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
  const renew = useMutation({
    mutationFn: () => told(api.POST('/api/connections/{id}/refresh', { params: { path: { id: connection.id } } })),
    onSuccess: () => notify({ tone: 'done', text: 'The connection to Sage was renewed.' }),
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
    onSettled: readAnew,
  });
  const disconnect = useMutation({
    mutationFn: () => told(api.DELETE('/api/connections/{id}', { params: { path: { id: connection.id } } })),
    onSuccess: async ({ revoked_at_sage: revoked, message }) => {
      setAsking(false);
      notify({ tone: revoked ? 'done' : 'warning', text: message });
      await readAnew();
    },
  });
  const country = regions.data?.regions.find((region) => region.code === connection.country)?.name ?? connection.country;
  const ending = endingSoon(connection);
  const warning = connection.problem ?? ending?.text;
  const isActive = connection.status === 'active';
  return (
    <Panel title={`Sage, ${country}`} actions={<Chip look={statusLooks[connection.status]} />}>
      <Stack gap="md">
        {warning ? <Warning tone={isActive ? (ending?.tone ?? 'clear') : 'urgent'}>{warning}</Warning> : null}
        <KeyValues
          rows={[
            ['Connected', <MomentText key="connected" instant={connection.connected_at} />],
            ['Renewed', connection.renewed_at ? <MomentText key="renewed" instant={connection.renewed_at} ago /> : null],
            [
              'Lasts',
              connection.days_left === null
                ? null
                : `${daysLeftText(connection.days_left)} without being renewed; it is renewed by itself long before.`,
            ],
          ]}
        />
        <Group gap="xs">
          {may('accountant') && isActive ? (
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={renew.isPending}
              onClick={() => renew.mutate()}
            >
              Renew now
            </Button>
          ) : null}
          {may('accountant') ? (
            <Button variant={isActive ? 'default' : 'filled'} component={Link} to="/connect">
              Connect again
            </Button>
          ) : null}
          {may('owner') ? (
            <Button variant="default" onClick={() => setAsking(true)}>
              Disconnect…
            </Button>
          ) : null}
        </Group>
        {may('owner') ? null : (
          <Text size="xs" c="dimmed">
            {may('accountant')
              ? 'Only an Owner can disconnect Sage.'
              : 'You are a Viewer here: you can look at the connection, not change it.'}
          </Text>
        )}
      </Stack>
      <ConfirmDialog
        opened={asking}
        danger
        title={`Disconnect Sage, ${country}?`}
        action="Disconnect"
        busy={disconnect.isPending}
        problem={disconnect.error ? asProblem(disconnect.error) : null}
        onConfirm={() => disconnect.mutate()}
        onClose={() => setAsking(false)}
      >
        Ledgerbridge can no longer work with these businesses. What is in Sage stays there, and the audit log stays here. You can connect
        again at any time.
      </ConfirmDialog>
    </Panel>
  );
}

const warningLooks = {
  mild: { color: 'gray', title: undefined },
  clear: { color: 'yellow', title: 'Renew it soon' },
  urgent: { color: 'red', title: 'Do something now' },
} as const;

/** The nearer the end, the louder. */
function Warning({ tone, children }: { tone: EndingTone; children: string }) {
  const { color, title } = warningLooks[tone];
  return (
    <Alert color={color} title={title} role={tone === 'mild' ? 'note' : 'alert'} data-tone={tone}>
      {children}
    </Alert>
  );
}

/** The rates, accounts and other lists of the current business, and how old they are. */
function Lists() {
  const { may } = useSignedIn();
  const queries = useQueryClient();
  const reference = useQuery(referenceQuery);
  const refresh = useMutation({
    mutationFn: () => told(api.POST('/api/business/reference/refresh')),
    onSuccess: async (lists) => {
      queries.setQueryData(keys.reference, lists);
      notify({ tone: 'done', text: `The lists of ${lists.business.name} were read from Sage.` });
      await queries.invalidateQueries({ queryKey: keys.audit });
    },
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
  });
  const lists = reference.data;
  if (!lists) return null;
  return (
    <Panel
      title={`Lists of ${lists.business.name}`}
      lead="Tax rates, accounts and the rest, as Sage has them. They are read anew by themselves when they are a day old."
      actions={
        may('accountant') ? (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={refresh.isPending}
            onClick={() => refresh.mutate()}
          >
            Read now
          </Button>
        ) : null
      }
    >
      <KeyValues
        rows={[
          ['Read from Sage', <MomentText key="read" instant={lists.read_at} ago />],
          ['VAT', lists.vat_registered ? `Registered, ${lists.vat_number || 'number not known'}` : 'Not registered'],
          ['Address', lists.address],
          ['Tax rates', lists.tax_rates.map((rate) => rate.name).join(' · ')],
          ['Sales accounts', String(lists.ledger_accounts.filter((account) => account.for_sales).length)],
          ['Drafts', lists.drafts ? 'Yes: invoices begin as drafts and are released' : 'No: an invoice is booked at once'],
        ]}
      />
    </Panel>
  );
}
