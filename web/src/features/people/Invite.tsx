import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, told } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { keys, type Role } from '@/lib/queries';
import { roleMeanings, roleNames } from '@/lib/session';
import { FormErrors } from '@/ui/FormErrors';
import { Panel } from '@/ui/Panel';
import { ShownOnce } from '@/ui/ShownOnce';
import { useForm } from '@/ui/useForm';
import classes from './Rows.module.css';

/** Invites somebody; the link is shown once and sent by whoever invites. */
export function Invite() {
  const queries = useQueryClient();
  const form = useForm({ email: '', role: 'accountant' });
  const role = form.values.role as Role;
  const invite = useMutation({
    mutationFn: () => told(api.POST('/api/people/invitations', { body: { email: form.values.email, role } })),
    onMutate: () => form.clear(),
    onSuccess: async () => {
      form.reset({ email: '', role: 'accountant' });
      await Promise.all([keys.people, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (failure) => form.fail(asProblem(failure)),
  });
  return (
    <Panel title="Invite somebody" lead="You get a link to send them yourself; Ledgerbridge sends no e-mail.">
      <Stack gap="md">
        {invite.data ? (
          <ShownOnce title={`The link for ${invite.data.invitation.email}`} text={invite.data.link} what="link">
            Send it to that person and nobody else. It is shown this once, works once, and makes them{' '}
            {roleNames[invite.data.invitation.role ?? 'viewer']}.
          </ShownOnce>
        ) : null}
        <form
          noValidate
          className={classes['form']}
          onSubmit={(event) => {
            event.preventDefault();
            invite.mutate();
          }}
        >
          <FormErrors form={form} />
          <div className={classes['pair']}>
            <TextInput label="E-mail" type="email" autoComplete="off" {...form.field('email')} />
            <NativeSelect
              label="Role"
              description={roleMeanings[role]}
              data={(['viewer', 'accountant', 'owner'] as const).map((value) => ({ value, label: roleNames[value] }))}
              {...form.field('role')}
            />
          </div>
          <Group>
            <Button type="submit" loading={invite.isPending}>
              Make the invitation
            </Button>
          </Group>
        </form>
      </Stack>
    </Panel>
  );
}
