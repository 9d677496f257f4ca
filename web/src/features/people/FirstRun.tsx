import { Button, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, told } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { Door } from '@/ui/Door';
import { FormErrors } from '@/ui/FormErrors';
import { useForm } from '@/ui/useForm';
import { countries } from './regions';

interface FirstRunProps {
  setupCodeRequired: boolean;
  onDone: () => void;
}

/** Makes the first account of a new server, its Owner, and the first workspace. */
export function FirstRun({ setupCodeRequired, onDone }: FirstRunProps) {
  const form = useForm({ name: '', email: '', password: '', workspace_name: '', country: 'ZA', setup_code: '' });
  const begin = useMutation({
    mutationFn: () =>
      told(api.POST('/api/first-run', { body: { ...form.values, setup_code: setupCodeRequired ? form.values.setup_code : null } })),
    onMutate: () => form.clear(),
    onSuccess: onDone,
    onError: (failure) => form.fail(asProblem(failure)),
  });
  return (
    <Door title="Set up Ledgerbridge" lead="Nobody has an account on this server yet. Yours is the first, and you will be its Owner.">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <Stack gap="md">
          <FormErrors form={form} />
          <TextInput label="Your name" autoComplete="name" autoFocus {...form.field('name')} />
          <TextInput label="E-mail" type="email" autoComplete="username" {...form.field('email')} />
          <PasswordInput
            label="Password"
            description="At least 10 characters. A few words are easier to remember than signs."
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
            {...form.field('password')}
          />
          <TextInput label="Workspace" description="Usually the name of your business or practice." {...form.field('workspace_name')} />
          <NativeSelect
            label="Country"
            description="Sets the time zone and which Sage is offered first."
            data={[...countries]}
            {...form.field('country')}
          />
          {setupCodeRequired ? (
            <TextInput
              label="Setup code"
              description="It stands in the server's log and in the file setup-code of its data directory: who can read it runs the server."
              autoComplete="off"
              {...form.field('setup_code')}
            />
          ) : null}
          <Button type="submit" loading={begin.isPending} fullWidth>
            Make account and workspace
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
