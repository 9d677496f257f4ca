import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { NumberField } from '@/ui/NumberField';
import classes from './Settings.module.css';
import type { FieldPlace } from './usePolicyForm';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface FieldProps<Value> {
  place: FieldPlace;
  label: string;
  help?: string;
  value: Value;
  onChange: (value: Value) => void;
}

/** Yes or no. */
export function Tick({ place: { error, ...place }, label, help, value, onChange }: FieldProps<boolean>) {
  return (
    <Checkbox
      {...place}
      label={label}
      description={help}
      error={error}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

interface ChooseProps<Value extends string> extends FieldProps<Value> {
  options: Readonly<Record<Value, string>>;
}

/** One of a few. */
export function Choose<Value extends string>({ place, label, help, value, onChange, options }: ChooseProps<Value>) {
  return (
    <NativeSelect
      {...place}
      label={label}
      description={help}
      value={value}
      data={(Object.entries(options) as [Value, string][]).map(([key, words]) => ({ value: key, label: words }))}
      onChange={(event) => onChange(event.currentTarget.value as Value)}
    />
  );
}

interface PickProps extends FieldProps<string> {
  options: readonly Option[];
  /** What an empty choice stands for; null when something has to be chosen. */
  none: string | null;
  /** For rows of a table, whose head names the column. */
  hiddenLabel?: boolean;
}

/** One of Sage's lists. What is chosen stays in sight even when the list does not have it. */
export function Pick({ place, label, help, value, onChange, options, none, hiddenLabel = false }: PickProps) {
  const isKnown = value === '' || options.some((option) => option.value === value);
  return (
    <NativeSelect
      {...place}
      {...(hiddenLabel ? { 'aria-label': label } : { label })}
      description={help}
      value={value}
      data={[
        { value: '', label: none ?? 'Choose…' },
        ...options,
        ...(isKnown ? [] : [{ value, label: 'Something these books do not have' }]),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface WordsProps extends FieldProps<string> {
  hiddenLabel?: boolean;
}

export function Words({ place, label, help, value, onChange, hiddenLabel = false }: WordsProps) {
  return (
    <TextInput
      {...place}
      {...(hiddenLabel ? { 'aria-label': label } : { label })}
      description={help}
      value={value}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** An amount, a rate or a percentage, as people type it. */
export function Figure({ place, label, value, onChange, hiddenLabel = false }: Omit<WordsProps, 'help'>) {
  return <NumberField {...place} {...(hiddenLabel ? { 'aria-label': label } : { label })} value={value} onChange={onChange} />;
}

/** Fields side by side where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={classes['pair']}>{children}</div>;
}

/** A few fields that belong together, with a name. */
export function FieldGroup({ legend, help, children }: { legend: string; help?: string; children: ReactNode }) {
  return (
    <fieldset className={classes['group']}>
      <legend>{legend}</legend>
      {help ? <p className={classes['help']}>{help}</p> : null}
      {children}
    </fieldset>
  );
}
