import { TextInput, type TextInputProps, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { numberText } from '@/lib/money';
import { readNumber } from '@/lib/numberText';
import { classNames } from './classes';
import classes from './NumberField.module.css';

interface NumberFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'error'> {
  /** What was typed, as it was typed. */
  value: string;
  onChange: (text: string) => void;
  /** How the understood number is written back; `1,250.5` by default. */
  echo?: (value: string) => string;
  error?: string | undefined;
}

/**
 * A number as people type it. It is never rewritten: what was understood is echoed below when it looks different, and a text with two meanings is asked
 * about.
 */
export function NumberField({ value, onChange, echo = numberText, error, onBlur, id, ...input }: NumberFieldProps) {
  const [left, setLeft] = useState(false);
  const reading = readNumber(value);
  const isAmbiguous = reading.kind === 'ambiguous';
  const understood = reading.kind === 'number' ? echo(reading.value) : null;
  const isPlain = understood === null || understood === value.trim() || reading.kind !== 'number' || reading.value === value.trim();
  const unreadable = left && reading.kind === 'none' && value.trim() !== '' ? 'This is not a number. Write it like 1250.00.' : undefined;
  const note = isAmbiguous ? 'Do you mean' : isPlain ? undefined : `= ${understood}`;
  return (
    <div>
      <TextInput
        {...input}
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={(event) => {
          setLeft(true);
          onBlur?.(event);
        }}
        inputMode="decimal"
        autoComplete="off"
        classNames={{ input: classes['input'] ?? '', description: classNames(classes['note'], isAmbiguous && classes['asking']) }}
        description={note}
        error={error ?? unreadable}
      />
      {isAmbiguous ? (
        <div className={classes['ask']} role="group" aria-label="Which number is meant?">
          <UnstyledButton className={classes['choice'] ?? ''} onClick={() => onChange(reading.withThousands)}>
            {echo(reading.withThousands)}
          </UnstyledButton>
          <span>or</span>
          <UnstyledButton className={classes['choice'] ?? ''} onClick={() => onChange(reading.withDecimals)}>
            {numberText(reading.withDecimals)}
          </UnstyledButton>
        </div>
      ) : null}
    </div>
  );
}
