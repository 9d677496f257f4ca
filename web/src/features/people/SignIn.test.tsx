import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { SignIn } from './SignIn';

const signIn = 'POST /api/session';

test('The code is asked for only when the account wants it, and is sent with the password', async () => {
  const server = serve({ [signIn]: () => ({ body: { signed_in: server.count(signIn) > 1, code_required: true } }) });
  const onSignedIn = vi.fn();
  const { user } = await show(<SignIn ended={false} onSignedIn={onSignedIn} />, { signedIn: false });
  expect(screen.queryByLabelText('Code')).toBeNull();
  await user.type(screen.getByLabelText('E-mail'), 'a@b.example');
  await user.type(screen.getByLabelText('Password'), 'long enough{Enter}');
  await user.type(await screen.findByLabelText('Code'), '123456{Enter}');
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(server.sent(signIn)).toEqual([
    { email: 'a@b.example', password: 'long enough', code: null },
    { email: 'a@b.example', password: 'long enough', code: '123456' },
  ]);
});

test('A refusal is said in words, and nobody is signed in', async () => {
  serve({ [signIn]: () => problemAnswer(401, 'not_signed_in', 'E-mail or password is wrong.') });
  const onSignedIn = vi.fn();
  const { user } = await show(<SignIn ended onSignedIn={onSignedIn} />, { signedIn: false });
  expect(screen.getByText('Your session has ended')).toBeDefined();
  await user.type(screen.getByLabelText('Password'), 'x{Enter}');
  expect(await screen.findByText('E-mail or password is wrong.')).toBeDefined();
  expect(onSignedIn).not.toHaveBeenCalled();
});
