import { Alert, Button, Skeleton } from '@mantine/core';
import { IconHistory, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PolicyVersion, Store } from '@/lib/stores';
import { asProblem } from '@/lib/problem';
import { peopleQuery, referenceOfQuery } from '@/lib/queries';
import { shopName } from '@/lib/shopName';
import { BackLink } from '@/ui/BackLink';
import { Chip } from '@/ui/Chip';
import { MomentText } from '@/ui/Moment';
import { PageHeader } from '@/ui/PageHeader';
import { ErrorState } from '@/ui/States';
import { PolicyForm } from './PolicyForm';
import { policyQuery, storeQuery } from './queries';
import { StoreActions } from './StoreActions';
import { remarkOf, statusLooks } from './words';

/** One shop: how it stands, and the rules by which its documents go to Sage. */
export function StoreSettings({ id }: { id: string }) {
  const store = useQuery(storeQuery(id));
  const policy = useQuery(policyQuery(id));
  const failure = store.data && policy.data ? null : (store.error ?? policy.error);
  const backLink = <BackLink to="/stores">Stores</BackLink>;
  if (failure) {
    return (
      <>
        {backLink}
        <PageHeader title="Store" />
        <ErrorState problem={asProblem(failure)} onRetry={() => void Promise.all([store.refetch(), policy.refetch()])} />
      </>
    );
  }
  if (!store.data || !policy.data) {
    return (
      <div role="status" aria-label="Reading the store's settings">
        {backLink}
        <PageHeader title="Store" />
        <Skeleton height={420} />
      </div>
    );
  }
  return (
    <>
      {backLink}
      <Loaded store={store.data} version={policy.data} />
    </>
  );
}

function Loaded({ store, version }: { store: Store; version: PolicyVersion }) {
  // The lists are those of the books the shop posts into, whichever business is worked in just now.
  const reference = useQuery(referenceOfQuery(store.connection_id, store.business_id));
  const remark = remarkOf(store);
  return (
    <>
      <PageHeader
        title={shopName(store.base_url)}
        beside={<Chip look={statusLooks[store.status]} />}
        lead={
          <>
            Posts into {store.business_name || 'a business that is not known any more'} · <Saved version={version} />
          </>
        }
        actions={
          <>
            <StoreActions store={store} isOpened />
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/stores/$id/completeness" params={{ id: store.id }} {...props} />}
              leftSection={<IconScale size={16} aria-hidden />}
            >
              Completeness
            </Button>
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/runs" search={{ store: store.id }} {...props} />}
              leftSection={<IconHistory size={16} aria-hidden />}
            >
              Sync history
            </Button>
          </>
        }
      />
      {remark === '' ? null : (
        <Alert color="yellow" mb="md">
          {remark}
        </Alert>
      )}
      {reference.error ? (
        <Alert color="yellow" mb="md" title="Accounts and rates cannot be chosen just now">
          {asProblem(reference.error).message} What is chosen stays, and everything else can be changed here.
        </Alert>
      ) : null}
      <PolicyForm key={version.version} store={store} version={version} reference={reference.data ?? null} />
    </>
  );
}

/** Which version of the settings this is, and who saved it. */
function Saved({ version: { version, saved_at: at, saved_by: by } }: { version: PolicyVersion }) {
  const people = useQuery(peopleQuery);
  const name = people.data?.people.find((person) => person.id === by)?.name;
  return (
    <>
      Settings version {version}, saved <MomentText instant={at} />
      {by === '' ? ' by Ledgerbridge to begin with' : name ? ` by ${name}` : ''}
    </>
  );
}
