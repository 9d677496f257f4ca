import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, told } from '@/lib/api';
import type { PolicyRequest, Store, PolicyVersion } from '@/lib/stores';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { keys, type Reference } from '@/lib/queries';
import { useSignedIn, useToday } from '@/lib/session';
import { classNames } from '@/ui/classes';
import { FieldErrorSummary, ProblemNote } from '@/ui/FieldErrors';
import { Panel } from '@/ui/Panel';
import { CommercialCard } from './CommercialCard';
import { ConsolidationCard } from './ConsolidationCard';
import { CurrencyCard } from './CurrencyCard';
import { MappingsCard } from './MappingsCard';
import { PaymentsCard } from './PaymentsCard';
import { type CardKey, cardOf, cardTitles, readPolicy as readDraft } from './policy';
import { policyQuery, whole } from './queries';
import classes from './Settings.module.css';
import { SyncCard } from './SyncCard';
import { TaxRatesCard } from './TaxRatesCard';
import { type PolicyForm as Form, usePolicyForm } from './usePolicyForm';
import { WhatWouldChange } from './WhatWouldChange';

const leads: Record<CardKey, string> = {
  sync: 'What goes to Sage at all, and from when.',
  mappings: 'The accounts in Sage that things are booked to.',
  payments: 'Where the money of each way of paying goes. Nothing is guessed: what is not decided stops and asks.',
  tax_rates: 'Which of the business’s rates a percentage of the shop means.',
  commercial: 'Numbers, names, texts, and what happens when sums do not agree.',
  currency: 'Documents in other currencies than the books’.',
  consolidation: 'One contact for many small buyers, instead of one for each.',
};

interface PolicyFormProps {
  store: Store;
  version: PolicyVersion;
  /** The lists of the business the shop posts into; null until they are read. */
  reference: Reference | null;
}

/** The seven cards of a shop's settings. They are saved together, as a new version. */
export function PolicyForm({ store, version, reference }: PolicyFormProps) {
  const { may } = useSignedIn();
  const today = useToday();
  const form = usePolicyForm(version.policy, may('accountant'));
  const save = useSave(store, version, form);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => form.isChanged && !save.isSuccess && current.pathname !== next.pathname,
    enableBeforeUnload: () => form.isChanged && !save.isSuccess,
    withResolver: true,
  });
  const [wondered, setWondered] = useState<PolicyRequest | null>(null);
  const withPolicy = (act: (policy: PolicyRequest) => void) => {
    const { policy, errors } = readDraft(form.draft, today);
    form.fail(errors ?? {}, null);
    if (policy) act(policy);
  };
  const cards: Record<CardKey, ReactNode> = {
    sync: <SyncCard card={form.card('sync')} />,
    mappings: <MappingsCard card={form.card('mappings')} reference={reference} />,
    payments: <PaymentsCard card={form.card('payments')} storeId={store.id} reference={reference} />,
    tax_rates: <TaxRatesCard card={form.card('tax_rates')} reference={reference} />,
    commercial: <CommercialCard card={form.card('commercial')} />,
    currency: <CurrencyCard card={form.card('currency')} />,
    consolidation: <ConsolidationCard card={form.card('consolidation')} />,
  };
  const order = Object.keys(cards) as CardKey[];
  return (
    <form
      noValidate
      className={classes['page']}
      onSubmit={(event) => {
        event.preventDefault();
        withPolicy(save.mutate);
      }}
    >
      <CardIndex order={order} form={form} />
      <div className={classes['cards']}>
        {form.problem ? <ProblemNote problem={form.problem} /> : null}
        <FieldErrorSummary errors={form.errors} idOf={form.idOf} prefixOf={cardPrefix} attempt={form.attempt} />
        {may('accountant') ? null : (
          <Text size="sm" c="dimmed">
            You are a Viewer here: you can look at the settings. An Accountant or Owner changes them.
          </Text>
        )}
        {order.map((key) => (
          <div key={key} id={`card-${key}`} tabIndex={-1}>
            <Panel title={cardTitles[key]} lead={leads[key]}>
              {cards[key]}
            </Panel>
          </div>
        ))}
        {form.isChanged && may('accountant') ? (
          <SaveBar store={store} isSaving={save.isPending} onWonder={() => withPolicy(setWondered)} />
        ) : null}
      </div>
      {wondered ? (
        <WhatWouldChange
          storeId={store.id}
          policy={wondered}
          onClose={() => setWondered(null)}
          onWrong={(errors) => {
            setWondered(null);
            form.fail(errors, null);
          }}
        />
      ) : null}
      {blocker.status === 'blocked' ? <LeaveDialog onStay={blocker.reset} onLeave={blocker.proceed} /> : null}
    </form>
  );
}

const cardPrefix = (field: string): string => {
  const card = cardOf(field);
  return card ? `${cardTitles[card]}: ` : '';
};

/** Sends the settings with the version they were made from: the server keeps those that somebody else saved meanwhile. */
function useSave(store: Store, version: PolicyVersion, form: Form) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (policy: PolicyRequest) =>
      whole(
        await told(
          api.PUT('/api/stores/{id}/policy', {
            params: { path: { id: store.id }, query: { expected_version: String(version.version) } },
            body: policy,
          }),
        ),
      ),
    onSuccess: async (saved) => {
      notify({ tone: 'done', text: `Saved as version ${saved.version}. New events follow it, and what failed can be retried now.` });
      queries.setQueryData(policyQuery(store.id).queryKey, saved);
      await Promise.all(
        [[...keys.stores, 'list'], [...keys.stores, 'one'], keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
    onError: (failure) => {
      const problem = asProblem(failure);
      form.fail(problem.errors, Object.keys(problem.errors).length > 0 ? null : problem);
    },
  });
}

function CardIndex({ order, form }: { order: readonly CardKey[]; form: Form }) {
  const isWrong = (key: CardKey) => Object.keys(form.errors).some((field) => cardOf(field) === key);
  return (
    <nav className={classes['index']} aria-label="Cards of the settings">
      <ul>
        {order.map((key) => (
          <li key={key}>
            <button
              type="button"
              className={classNames(classes['indexLink'], isWrong(key) && classes['wrong'])}
              onClick={() => {
                const card = document.getElementById(`card-${key}`);
                card?.scrollIntoView({ block: 'start' });
                card?.focus({ preventScroll: true });
              }}
            >
              {cardTitles[key]}
              {isWrong(key) ? ' · look here' : ''}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SaveBarProps {
  store: Store;
  isSaving: boolean;
  onWonder: () => void;
}

function SaveBar({ store, isSaving, onWonder }: SaveBarProps) {
  const queries = useQueryClient();
  return (
    <div className={classes['bar']} role="group" aria-label="Changes that are not saved yet">
      <Text size="sm">Changed, not saved yet.</Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => void queries.resetQueries({ queryKey: policyQuery(store.id).queryKey })}>
          Discard
        </Button>
        <Button variant="default" onClick={onWonder} data-testid="what-would-change">
          What would change
        </Button>
        <Button type="submit" loading={isSaving} data-testid="save-settings">
          Save
        </Button>
      </Group>
    </div>
  );
}

function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Modal opened onClose={onStay} title="Leave without saving?">
      <Stack gap="md">
        <Text size="sm">What you changed in these settings is not saved yet and would be lost.</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={onLeave}>
            Leave and lose it
          </Button>
          <Button onClick={onStay} data-autofocus>
            Stay
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
