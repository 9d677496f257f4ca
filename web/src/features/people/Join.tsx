import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type Schemas, told } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { sessionQuery } from '@/lib/queries';
import { roleMeanings, roleNames } from '@/lib/session';
import { Door } from '@/ui/Door';
import { FormErrors } from '@/ui/FormErrors';
import { ErrorState } from '@/ui/States';
import { useForm } from '@/ui/useForm';

type Invitation = Schemas['OpenInvitationResponse'];

interface JoinProps {
  /** The text behind the # of the invitation's link. */
  token: string;
  onJoined: () => void;
}

/** Takes an invitation up: with a new account, with the account one has, or as the person who is signed in already. */
export function Join({ token, onJoined }: JoinProps) {
  const session = useQuery(sessionQuery);
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => told(api.GET('/api/invitations/{token}', { params: { path: { token } }, signal })),
    enabled: token !== '',
    retry: false,
  });
  if (token === '') {
    return (
      <Door title="Join a workspace">
        <Text size="sm">
          This link is incomplete. Open the whole link you were sent, with everything behind the #, or ask for a new one.
        </Text>
      </Door>
    );
  }
  if (invitation.error) {
    return (
      <Door title="Join a workspace">
        <ErrorState problem={asProblem(invitation.error)} />
      </Door>
    );
  }
  if (!invitation.data || !session.data) {
    return (
      <Door title="Join a workspace">
        <Text size="sm" role="status">
          Reading the invitation…
        </Text>
      </Door>
    );
  }
  const offer = invitation.data;
  const person = session.data.person ?? null;
  return (
    <Door
      title={`Join ${offer.workspace_name}`}
      lead={`As ${roleNames[offer.role ?? 'viewer']}: ${withSmallInitial(roleMeanings[offer.role ?? 'viewer'])}`}
    >
      {person?.email.toLowerCase() === offer.email.toLowerCase() ? (
        <JoinAsMe token={token} name={person.name} onJoined={onJoined} />
      ) : (
        <JoinWithPassword token={token} offer={offer} signedInAs={person?.email ?? null} onJoined={onJoined} />
      )}
    </Door>
  );
}

function JoinAsMe({ token, name, onJoined }: JoinProps & { name: string }) {
  const join = useMutation({
    mutationFn: () => told(api.POST('/api/invitations/{token}/accept-as-me', { params: { path: { token } } })),
    onSuccess: onJoined,
  });
  return (
    <Stack gap="md">
      {join.error ? <ErrorState problem={asProblem(join.error)} /> : null}
      <Button loading={join.isPending} onClick={() => join.mutate()} fullWidth>
        Join as {name}
      </Button>
    </Stack>
  );
}

interface JoinWithPasswordProps extends JoinProps {
  offer: Invitation;
  signedInAs: string | null;
}

function JoinWithPassword({ token, offer, signedInAs, onJoined }: JoinWithPasswordProps) {
  const form = useForm({ name: '', password: '' });
  const join = useMutation({
    mutationFn: () =>
      told(
        api.POST('/api/invitations/accept', {
          body: { token, name: offer.has_account ? null : form.values.name, password: form.values.password },
        }),
      ),
    onMutate: () => form.clear(),
    onSuccess: onJoined,
    onError: (failure) => form.fail(asProblem(failure)),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate();
      }}
    >
      <Stack gap="md">
        {signedInAs ? (
          <Alert>
            You are signed in as {signedInAs}. Joining signs you in as {offer.email}.
          </Alert>
        ) : null}
        <FormErrors form={form} />
        <TextInput label="E-mail" type="email" autoComplete="username" readOnly value={offer.email} />
        {offer.has_account ? null : <TextInput label="Your name" autoComplete="name" autoFocus {...form.field('name')} />}
        <PasswordInput
          label={offer.has_account ? 'Your present password' : 'Password'}
          description={offer.has_account ? 'You have an account on this server already.' : 'At least 10 characters.'}
          autoComplete={offer.has_account ? 'current-password' : 'new-password'}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
          {...form.field('password')}
        />
        <Button type="submit" loading={join.isPending} fullWidth>
          Join
        </Button>
        {offer.has_account ? (
          <Text size="sm">
            Do you use an authenticator app? <Link to="/sign-in">Sign in first</Link>, then open the invitation’s link again.
          </Text>
        ) : null}
      </Stack>
    </form>
  );
}

const withSmallInitial = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
