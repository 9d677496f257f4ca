import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconBuildingStore, IconCheck, IconPlus, IconSelector } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { countryName } from '@/lib/countries';
import { asProblem } from '@/lib/problem';
import { businessesQuery, connectionsQuery, referenceQuery } from '@/lib/queries';
import { notify } from '@/lib/notices';
import { useSignedIn } from '@/lib/session';
import classes from './BusinessSwitcher.module.css';
import { useSelectBusiness } from './useSelectBusiness';

/** Which books one works in, and the way to others. The list is asked of Sage only when it is opened. */
export function BusinessSwitcher() {
  const { may } = useSignedIn();
  const [opened, setOpened] = useState(false);
  const reference = useQuery(referenceQuery);
  const connections = useQuery(connectionsQuery);
  const active = connections.data?.filter((connection) => connection.status === 'active') ?? [];
  const lists = useQueries({ queries: active.map((connection) => ({ ...businessesQuery(connection.id), enabled: opened })) });
  const router = useRouter();
  // An opened invoice belongs to the books one leaves.
  const select = useSelectBusiness(() => {
    if (router.state.matches.at(-1)?.fullPath === '/invoices/$id') void router.navigate({ to: '/invoices' });
  });
  const current = reference.data?.business;
  const isReading = lists.some((list) => list.isPending);
  const failure = lists.find((list) => list.error)?.error;
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={300}>
      <Menu.Target>
        <UnstyledButton className={classes['button'] ?? ''} data-testid="business-switcher">
          <IconBuildingStore size={18} aria-hidden />
          <VisuallyHidden>Business:</VisuallyHidden>
          <span className={classes['name']}>{current?.name ?? (reference.isPending ? '…' : 'No business')}</span>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{may('accountant') ? 'Work in another business' : 'Businesses'}</Menu.Label>
        {lists.flatMap((list) =>
          (list.data ?? []).map((business) => {
            const isCurrent = business.id === current?.id && business.connection_id === current.connection_id;
            return (
              <Menu.Item
                key={`${business.connection_id} ${business.id}`}
                disabled={!may('accountant') && !isCurrent}
                leftSection={isCurrent ? <IconCheck size={16} aria-label="Current" /> : <span className={classes['noMark']} />}
                onClick={() => {
                  if (isCurrent) return;
                  select.mutate(business, { onError: (error) => notify({ tone: 'failed', text: asProblem(error).message }) });
                }}
              >
                <span className={classes['item']}>
                  <span>{business.name}</span>
                  <span className={classes['detail']}>
                    {countryName(business.country)} · {business.currency}
                    {business.subscription_active ? '' : ' · subscription ended'}
                  </span>
                </span>
              </Menu.Item>
            );
          }),
        )}
        {isReading ? <Menu.Label>Asking Sage…</Menu.Label> : null}
        {failure ? <Menu.Label>{asProblem(failure).message}</Menu.Label> : null}
        {connections.data && active.length === 0 ? <Menu.Label>Sage is not connected.</Menu.Label> : null}
        {may('accountant') ? (
          <>
            <Menu.Divider />
            <Menu.Item component={Link} to="/connect" leftSection={<IconPlus size={16} aria-hidden />}>
              Connect Sage
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
