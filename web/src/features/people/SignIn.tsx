import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, told } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { Door } from '@/ui/Door';
import { FormErrors } from '@/ui/FormErrors';
import { useForm } from '@/ui/useForm';

interface SignInProps {
  /** True when the session ended while somebody was at work. */
  ended: boolean;
  onSignedIn: () => void;
}

/** Password first; the authenticator's code only when the account asks for it. */
export function SignIn({ ended, onSignedIn }: SignInProps) {
  const form = useForm({ email: '', password: '', code: '' });
  const [codeRequired, setCodeRequired] = useState(false);
  const codeInput = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (codeRequired) codeInput.current?.focus();
  }, [codeRequired]);

  const signIn = useMutation({
    mutationFn: () =>
      told(
        api.POST('/api/session', {
          body: { email: form.values.email, password: form.values.password, code: codeRequired ? form.values.code : null },
        }),
      ),
    onMutate: () => form.clear(),
    onSuccess: (answer) => (answer.signed_in ? onSignedIn() : setCodeRequired(answer.code_required)),
    onError: (failure) => form.fail(asProblem(failure)),
  });
  return (
    <Door
      title={codeRequired ? 'Enter the code' : 'Sign in'}
      lead={codeRequired ? 'Open your authenticator app and type the six digits it shows, or use one of your recovery codes.' : undefined}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <Stack gap="md">
          {ended && !codeRequired ? (
            <Alert role="status" title="Your session has ended">
              What you typed is kept. Sign in, and you are back where you were.
            </Alert>
          ) : null}
          <FormErrors form={form} />
          {codeRequired ? (
            <TextInput ref={codeInput} label="Code" autoComplete="one-time-code" inputMode="text" {...form.field('code')} />
          ) : (
            <>
              <TextInput label="E-mail" type="email" autoComplete="username" autoFocus {...form.field('email')} />
              <PasswordInput
                label="Password"
                autoComplete="current-password"
                visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
                {...form.field('password')}
              />
            </>
          )}
          <Button type="submit" loading={signIn.isPending} fullWidth>
            {codeRequired ? 'Continue' : 'Sign in'}
          </Button>
          {codeRequired ? (
            <Button
              variant="subtle"
              onClick={() => {
                form.clear();
                setCodeRequired(false);
              }}
            >
              Sign in as somebody else
            </Button>
          ) : null}
        </Stack>
      </form>
    </Door>
  );
}
