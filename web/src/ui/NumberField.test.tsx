import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { show } from '@/test/show';
import { NumberField } from './NumberField';

function Field({ start = '' }: { start?: string }) {
  const [text, setText] = useState(start);
  return <NumberField label="Price" value={text} onChange={setText} />;
}

test('A plain number is left alone', async () => {
  const { user } = await show(<Field />);
  await user.type(screen.getByLabelText('Price'), '6900');
  expect(screen.getByLabelText('Price')).toHaveProperty('value', '6900');
  expect(screen.queryByText(/=/)).toBeNull();
});

test('What was understood is echoed when it was typed in another way', async () => {
  const { user } = await show(<Field />);
  const field = screen.getByLabelText('Price');
  await user.type(field, '6 900,50');
  const echo = screen.getByText('= 6,900.5');
  expect(field).toHaveProperty('value', '6 900,50');
  expect(field.getAttribute('aria-describedby')).toBe(echo.id);
});

test('A number with two meanings is asked about, and the choice becomes the text', async () => {
  const { user } = await show(<Field />);
  await user.type(screen.getByLabelText('Price'), '1,234');
  expect(screen.getByRole('group', { name: 'Which number is meant?' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: '1,234' }));
  expect(screen.getByLabelText('Price')).toHaveProperty('value', '1234');
  expect(screen.queryByRole('group')).toBeNull();
});

test('The other meaning can be chosen, too', async () => {
  const { user } = await show(<Field start="1,234" />);
  await user.click(screen.getByRole('button', { name: '1.234' }));
  expect(screen.getByLabelText('Price')).toHaveProperty('value', '1.234');
});

test('A text that is no number is pointed out when the field is left, not while typing', async () => {
  const { user } = await show(<Field />);
  await user.type(screen.getByLabelText('Price'), 'about ten');
  expect(screen.queryByText(/not a number/)).toBeNull();
  await user.tab();
  expect(screen.getByText(/not a number/)).toBeDefined();
});
