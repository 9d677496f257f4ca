import { Alert, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Store } from '@/lib/stores';
import { asProblem, Problem } from '@/lib/problem';
import { referenceQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { FormErrors } from '@/ui/FormErrors';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { EmptyState, ErrorState } from '@/ui/States';
import { useForm } from '@/ui/useForm';
import classes from './ConnectStore.module.css';
import { codeMistake, plainCode } from './pairingCode';
import { useConnect } from './queries';

/** Connects a shop: what to press in its admin, its address and the code that appears there. */
export function ConnectStore({ onConnected }: { onConnected: (store: Store) => void }) {
  const { may } = useSignedIn();
  const reference = useQuery(referenceQuery);
  const header = (
    <PageHeader
      title="Connect a store"
      lead="A Magento shop with the extension installed posts into Sage by itself once it is connected."
    />
  );
  if (!may('accountant')) {
    return (
      <>
        {header}
        <EmptyState title="Your role cannot connect stores">
          You are a Viewer here. An Accountant or Owner connects stores, and an Owner can change your role.
        </EmptyState>
      </>
    );
  }
  if (reference.error) {
    return (
      <>
        {header}
        <ErrorState problem={asProblem(reference.error)} onRetry={() => void reference.refetch()} />
      </>
    );
  }
  if (!reference.data) {
    return (
      <>
        {header}
        <Skeleton height={240} />
      </>
    );
  }
  return (
    <>
      {header}
      <div className={classes['columns']}>
        <ConnectForm business={reference.data.business.name} onConnected={onConnected} />
        <InTheAdmin />
      </div>
    </>
  );
}

const mistakes = (errors: Record<string, readonly string[]>): Problem =>
  new Problem({ status: 400, title: 'Something needs to be corrected', detail: 'Look at the fields.', code: 'invalid', errors });

function ConnectForm({ business, onConnected }: { business: string; onConnected: (store: Store) => void }) {
  const form = useForm({ base_url: '', pairing_code: '' });
  const connect = useConnect(onConnected);
  const send = () => {
    const address = form.values.base_url.trim();
    const code = codeMistake(form.values.pairing_code);
    const errors = {
      ...(address === '' ? { base_url: ['Enter the shop’s address as its customers know it, such as https://shop.example.co.za.'] } : {}),
      ...(code === null ? {} : { pairing_code: [code] }),
    };
    form.clear();
    if (Object.keys(errors).length > 0) form.fail(mistakes(errors));
    else connect.mutate({ address, code: plainCode(form.values.pairing_code) }, { onError: (failure) => form.fail(asProblem(failure)) });
  };
  return (
    <Panel title="The shop">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="md">
          <FormErrors form={form} />
          <Alert>
            Its documents go into the books of <strong>{business}</strong>. For other books choose their business at the top first.
          </Alert>
          <TextInput
            label="Address of the shop"
            description="As its customers know it, such as https://shop.example.co.za."
            autoComplete="off"
            inputMode="url"
            spellCheck={false}
            {...form.field('base_url')}
            data-testid="store-address"
          />
          <TextInput
            label="Pairing code"
            description="32 characters from the shop’s admin, good for 30 minutes and for one use."
            autoComplete="off"
            spellCheck={false}
            {...form.field('pairing_code')}
            data-testid="pairing-code"
          />
          <Group>
            <Button type="submit" loading={connect.isPending} data-testid="connect-store">
              Connect the store
            </Button>
            {connect.isPending ? (
              <Text size="xs" c="dimmed" role="status">
                Asking the shop…
              </Text>
            ) : null}
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

function InTheAdmin() {
  return (
    <Panel title="In the shop’s admin">
      <ol className={classes['steps']}>
        <li>
          Sign in to the Magento admin and open <strong>Stores</strong>, <strong>Configuration</strong>, then the page of the Sage
          Accounting extension. If it is not there, whoever looks after the shop installs it first.
        </li>
        <li>Generate a pairing code there. Generating again makes the earlier code useless.</li>
        <li>Copy the shop’s address and the code from that page into the fields here, within 30 minutes.</li>
        <li>
          Press <strong>Connect the store</strong>. The page in the admin then says that it is paired; the settings open here, with careful
          choices to begin with.
        </li>
      </ol>
      <Text size="xs" c="dimmed" mt="sm">
        The key is made here and handed to the shop under the code. Nobody ever sees it.
      </Text>
    </Panel>
  );
}
