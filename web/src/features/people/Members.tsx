import { Button, Group, NativeSelect, Skeleton, Stack, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { keys, peopleQuery, type Role } from '@/lib/queries';
import { roleMeanings, roleNames, useSignedIn } from '@/lib/session';
import { Chip } from '@/ui/Chip';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { KeyValues } from '@/ui/KeyValues';
import { MomentText } from '@/ui/Moment';
import { Panel } from '@/ui/Panel';
import { ErrorState } from '@/ui/States';
import { Invite } from './Invite';
import classes from './Rows.module.css';

type Member = Schemas['MemberResponse'];
type Invitation = Schemas['InvitationResponse'];

export const roleChoices = (['viewer', 'accountant', 'owner'] as const).map((value) => ({ value, label: roleNames[value] }));
const isRole = (value: string): value is Role => roleChoices.some((choice) => choice.value === value);

/** The people of the workspace, their roles, and who is invited. */
export function Members() {
  const { may } = useSignedIn();
  const people = useQuery(peopleQuery);
  if (people.error) return <ErrorState problem={asProblem(people.error)} onRetry={() => void people.refetch()} />;
  if (!people.data) return <Skeleton height={240} />;
  return (
    <Stack gap="md">
      {may('owner') ? <Invite /> : null}
      <Panel title="People">
        <ul className={classes['rows']}>
          {people.data.people.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </ul>
        {may('owner') ? null : (
          <Text size="xs" c="dimmed" mt="sm">
            Only an Owner can invite people, change roles and remove people.
          </Text>
        )}
      </Panel>
      {people.data.invitations.length > 0 ? (
        <Panel title="Invited, not joined yet">
          <ul className={classes['rows']}>
            {people.data.invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel title="What the roles may do">
        <KeyValues rows={roleChoices.map(({ value, label }) => [label, roleMeanings[value]] as const)} />
      </Panel>
    </Stack>
  );
}

function MemberRow({ member }: { member: Member }) {
  const { may, person } = useSignedIn();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const readAnew = () => Promise.all([keys.people, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
  const role = member.role ?? 'viewer';
  const change = useMutation({
    mutationFn: (next: Role) => told(api.PUT('/api/people/{id}/role', { params: { path: { id: member.id } }, body: { role: next } })),
    onSuccess: (_, next) => notify({ tone: 'done', text: `${member.name} is ${roleNames[next]} now.` }),
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
    onSettled: () => Promise.all([readAnew(), member.id === person.id ? queries.invalidateQueries({ queryKey: keys.session }) : null]),
  });
  const remove = useMutation({
    mutationFn: () => told(api.DELETE('/api/people/{id}', { params: { path: { id: member.id } } })),
    onSuccess: async () => {
      setAsking(false);
      notify({ tone: 'done', text: `${member.name} no longer belongs to this workspace.` });
      await readAnew();
    },
  });
  return (
    <li className={classes['row']}>
      <div className={classes['facts']}>
        <div className={classes['name']}>
          {member.name}
          {member.id === person.id ? <span className={classes['quiet']}> · you</span> : null}
        </div>
        <div className={classes['quiet']}>
          {member.email} · since <MomentText instant={member.since} />
        </div>
      </div>
      <Chip
        look={
          member.two_factor_on
            ? { word: 'Authenticator app', tone: 'ok', icon: IconShieldCheck }
            : { word: 'Password only', tone: 'still', icon: IconShieldOff }
        }
      />
      {may('owner') ? (
        <Group gap="xs" wrap="nowrap">
          <NativeSelect
            aria-label={`Role of ${member.name}`}
            value={role}
            data={roleChoices}
            disabled={change.isPending}
            onChange={({ currentTarget: { value } }) => (isRole(value) ? change.mutate(value) : undefined)}
          />
          <Button variant="default" aria-label={`Remove ${member.name}`} onClick={() => setAsking(true)}>
            Remove…
          </Button>
        </Group>
      ) : (
        <span>{roleNames[role]}</span>
      )}
      <ConfirmDialog
        opened={asking}
        danger
        title={`Remove ${member.name}?`}
        action="Remove"
        busy={remove.isPending}
        problem={remove.error ? asProblem(remove.error) : null}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        {`${member.name} can no longer open this workspace. The name stays in the audit log.`}
      </ConfirmDialog>
    </li>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { may } = useSignedIn();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => told(api.DELETE('/api/people/invitations/{id}', { params: { path: { id: invitation.id } } })),
    onSuccess: () => notify({ tone: 'done', text: `The invitation of ${invitation.email} was withdrawn; its link no longer works.` }),
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
    onSettled: () => Promise.all([keys.people, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return (
    <li className={classes['row']}>
      <div className={classes['facts']}>
        <div className={classes['name']}>{invitation.email}</div>
        <div className={classes['quiet']}>
          As {roleNames[invitation.role ?? 'viewer']}, until <MomentText instant={invitation.expires_at} />
        </div>
      </div>
      {may('owner') ? (
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate()}
          aria-label={`Withdraw the invitation of ${invitation.email}`}
        >
          Withdraw
        </Button>
      ) : null}
    </li>
  );
}
