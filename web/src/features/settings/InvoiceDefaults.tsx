import { Alert, Button, Group, NativeSelect, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem, Problem } from '@/lib/problem';
import { keys, type Reference, referenceQuery, settingsQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { FormErrors } from '@/ui/FormErrors';
import { Panel } from '@/ui/Panel';
import { ErrorState } from '@/ui/States';
import { useForm } from '@/ui/useForm';
import { type DefaultName, defaultsOf, type InvoiceDefaultValues, settingOf, termsChoices } from './defaults';

/** What a new invoice begins with. */
export function InvoiceDefaults() {
  const workspace = useQuery(settingsQuery('workspace'));
  const template = useQuery(settingsQuery('template'));
  const reference = useQuery(referenceQuery);
  const failure = workspace.error ?? template.error;
  if (failure)
    return <ErrorState problem={asProblem(failure)} onRetry={() => void Promise.all([workspace.refetch(), template.refetch()])} />;
  if (!workspace.data || !template.data || reference.isPending) return <Skeleton height={320} />;
  const values = defaultsOf(workspace.data, template.data);
  return (
    <Stack gap="md">
      <DefaultsForm key={JSON.stringify(values)} initial={values} settings={workspace.data} reference={reference.data} />
      <SouthAfricanDefaults />
    </Stack>
  );
}

interface DefaultsFormProps {
  initial: InvoiceDefaultValues;
  settings: Readonly<Record<string, unknown>>;
  reference: Reference | undefined;
}

function DefaultsForm({ initial, settings, reference }: DefaultsFormProps) {
  const { may } = useSignedIn();
  const queries = useQueryClient();
  const form = useForm(initial);
  const mayChange = may('owner');
  const save = useMutation({
    mutationFn: async () => {
      const changed = (Object.keys(initial) as DefaultName[]).filter((name) => form.values[name] !== initial[name]);
      for (const name of changed) {
        const { scope, key, value } = settingOf(name, form.values[name]);
        await told(api.PUT('/api/settings/{scope}/{key}', { params: { path: { scope, key } }, body: { value } })).catch(
          (refusal: unknown) => {
            throw atField(asProblem(refusal), name);
          },
        );
      }
    },
    onMutate: () => form.clear(),
    onSuccess: () => notify({ tone: 'done', text: 'The invoice defaults were saved. New invoices begin with them.' }),
    onError: (failure) => form.fail(asProblem(failure)),
    onSettled: () => Promise.all([keys.settings, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const rates = reference?.tax_rates.map((rate) => ({ value: rate.id, label: rate.name })) ?? [];
  const accounts =
    reference?.ledger_accounts.filter((account) => account.for_sales).map((account) => ({ value: account.id, label: account.name })) ?? [];
  return (
    <Panel title="Invoice defaults" lead="What a new invoice begins with. Each can be changed on the invoice itself.">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md" maw={520}>
          <FormErrors form={form} />
          {reference ? null : <Alert>Rates and accounts can be chosen once a business is chosen.</Alert>}
          <NativeSelect
            label="Tax rate of new lines"
            data={withPresent(
              [...(initial.taxRate === '' ? [{ value: '', label: 'The standard rate of the business' }] : []), ...rates],
              initial.taxRate,
            )}
            disabled={!mayChange || !reference}
            {...form.field('taxRate')}
          />
          <NativeSelect
            label="Account of new lines"
            data={withPresent(
              [...(initial.account === '' ? [{ value: '', label: 'The first sales account' }] : []), ...accounts],
              initial.account,
            )}
            disabled={!mayChange || !reference}
            {...form.field('account')}
          />
          <NativeSelect
            label="Payment terms"
            description="For customers without terms of their own."
            data={termsChoices(settings, initial.terms)}
            disabled={!mayChange}
            {...form.field('terms')}
          />
          <Textarea
            label="Notes on new invoices"
            description="At most 2 000 characters, such as your bank details."
            autosize
            minRows={3}
            maxRows={10}
            disabled={!mayChange}
            {...form.field('notes')}
          />
          {mayChange ? (
            <Group>
              <Button type="submit" loading={save.isPending} disabled={!form.isChanged}>
                Save
              </Button>
            </Group>
          ) : (
            <Text size="xs" c="dimmed">
              Only an Owner may change these.
            </Text>
          )}
        </Stack>
      </form>
    </Panel>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Keeps what is set in sight even when the current business does not have it. */
const withPresent = (options: readonly Option[], present: string): Option[] =>
  options.some(({ value }) => value === present) ? [...options] : [...options, { value: present, label: 'One of another business' }];

/** The API calls every setting `value`; here it is the field it stands in. */
const atField = (problem: Problem, name: DefaultName): Problem =>
  problem.errors['value']
    ? new Problem({
        status: problem.status,
        title: problem.title,
        detail: problem.message,
        code: problem.code,
        errors: { [name]: problem.errors['value'] },
      })
    : problem;

function SouthAfricanDefaults() {
  const { may, workspace } = useSignedIn();
  const queries = useQueryClient();
  const put = useMutation({
    mutationFn: () => told(api.POST('/api/settings/initialize-za-defaults')),
    onSuccess: async ({ changed }) => {
      notify({
        tone: 'done',
        text: changed ? 'The South African defaults are in place.' : 'The South African defaults were in place already; nothing changed.',
      });
      await Promise.all([keys.settings, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
  });
  if (workspace.country !== 'ZA' || !may('owner')) return null;
  return (
    <Panel
      title="South African defaults"
      lead="Rand, 15 % standard rate, 30 days, the VAT-rate table and the terms table. Only what is not set yet is put in place."
    >
      <Button variant="default" loading={put.isPending} onClick={() => put.mutate()}>
        Set South African defaults
      </Button>
    </Panel>
  );
}
