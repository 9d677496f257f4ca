import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Store } from '@/lib/stores';
import { asProblem } from '@/lib/problem';
import { storesQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { shopName } from '@/lib/shopName';
import { Chip } from '@/ui/Chip';
import { type Column, DataTable } from '@/ui/DataTable';
import { MomentText } from '@/ui/Moment';
import { PageHeader } from '@/ui/PageHeader';
import { EmptyState, ErrorState } from '@/ui/States';
import { StoreActions } from './StoreActions';
import classes from './StoreList.module.css';
import { clockIsOff, clockWords, remarkOf, statusLooks } from './words';

const lookAgainMs = 5_000;

/** The shops that post into Sage, and how each stands. */
export function StoreList() {
  const { may } = useSignedIn();
  const navigate = useNavigate();
  const stores = useQuery({ ...storesQuery, refetchInterval: lookAgainMs });
  const connect = may('accountant') ? (
    <Button component={Link} to="/stores/connect" leftSection={<IconPlus size={16} aria-hidden />}>
      Connect a store
    </Button>
  ) : null;
  const isEmpty = stores.data?.length === 0;
  if (stores.error && !stores.data) {
    return (
      <>
        <PageHeader title="Stores" />
        <ErrorState problem={asProblem(stores.error)} title="The stores could not be read" onRetry={() => void stores.refetch()} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Stores"
        lead="Magento shops whose invoices, payments, refunds, customers and products go to Sage by themselves."
        actions={isEmpty ? null : connect}
      />
      {isEmpty ? (
        <NoStore connect={connect} />
      ) : (
        <DataTable
          caption="Stores"
          rows={stores.data}
          rowKey={(store) => store.id}
          columns={columns}
          card={(store) => <StoreCard store={store} />}
          onOpen={(store) => void navigate({ to: '/stores/$id', params: { id: store.id } })}
          skeletonRows={3}
        />
      )}
    </>
  );
}

function NoStore({ connect }: { connect: React.ReactNode }) {
  return (
    <EmptyState title="No store is connected yet" actions={connect}>
      <p>Once a Magento shop is connected, nobody retypes its documents: each goes to Sage once, and its way is shown under Sync.</p>
      <ol className={classes['steps']}>
        <li>Install the extension in the shop, if it is not there yet.</li>
        <li>Generate a pairing code in the shop’s admin.</li>
        <li>{connect ? 'Enter the shop’s address and the code here.' : 'Ask an Accountant or Owner to enter address and code here.'}</li>
      </ol>
    </EmptyState>
  );
}

function StoreName({ store }: { store: Store }) {
  const remark = remarkOf(store);
  return (
    <>
      <Link to="/stores/$id" params={{ id: store.id }} className={classes['name']}>
        {shopName(store.base_url)}
      </Link>
      {remark === '' ? null : <span className={classes['remark']}>{remark}</span>}
    </>
  );
}

function Waiting({ store }: { store: Store }) {
  if (store.pending_count === 0) return <span className={classes['quiet']}>0</span>;
  return (
    <Link to="/runs" search={{ store: store.id }} aria-label={`${store.pending_count} under way in ${shopName(store.base_url)}`}>
      {store.pending_count}
    </Link>
  );
}

function Failed({ store }: { store: Store }) {
  if (store.failed_lately === 0) return <span className={classes['quiet']}>0</span>;
  return (
    <Link
      to="/runs"
      search={{ store: store.id, status: 'failed' }}
      aria-label={`${store.failed_lately} failed in ${shopName(store.base_url)}`}
    >
      {store.failed_lately}
    </Link>
  );
}

function LastRun({ store }: { store: Store }) {
  return store.last_run_at ? <MomentText instant={store.last_run_at} /> : <span className={classes['quiet']}>Nothing yet</span>;
}

function Clock({ store }: { store: Store }) {
  const seconds = store.clock_skew_seconds;
  return <span className={classes[clockIsOff(seconds) ? 'off' : 'quiet']}>{clockWords(seconds)}</span>;
}

const columns: readonly Column<Store>[] = [
  { key: 'shop', head: 'Store', cell: (store) => <StoreName store={store} /> },
  { key: 'state', head: 'State', width: 'narrow', cell: (store) => <Chip look={statusLooks[store.status]} /> },
  { key: 'business', head: 'Posts into', when: 'middling', cell: (store) => store.business_name || '–' },
  { key: 'pending', head: 'Under way', align: 'end', width: 'narrow', cell: (store) => <Waiting store={store} /> },
  { key: 'failed', head: 'Failed, 24 h', align: 'end', width: 'narrow', cell: (store) => <Failed store={store} /> },
  { key: 'last', head: 'Last finished', width: 'narrow', when: 'middling', cell: (store) => <LastRun store={store} /> },
  { key: 'clock', head: 'Its clock', width: 'narrow', when: 'wide', cell: (store) => <Clock store={store} /> },
  { key: 'actions', head: 'Actions', headHidden: true, width: 'narrow', cell: (store) => <StoreActions store={store} /> },
];

function StoreCard({ store }: { store: Store }) {
  return (
    <div className={classes['card']}>
      <span>
        <StoreName store={store} />
      </span>
      <StoreActions store={store} />
      <span className={classes['quiet']}>{store.business_name || '–'}</span>
      <Chip look={statusLooks[store.status]} />
      <span className={classes['wide']}>
        <Waiting store={store} /> under way · <Failed store={store} /> failed in 24 h · <LastRun store={store} />
      </span>
    </div>
  );
}
