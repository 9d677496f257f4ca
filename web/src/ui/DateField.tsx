import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { type Day, dayText, readDay } from '@/lib/dates';

const MonthPicker = lazy(() => import('./MonthPicker'));

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'error'> {
  /** What was typed, as it was typed: a day in any of the forms people write. */
  value: string;
  onChange: (text: string) => void;
  today: Day;
  label: string;
  error?: string | undefined;
  /** False leaves the understood day out. */
  withEcho?: boolean;
}

/** A day: typed in any usual form, with what was understood below, or picked from a calendar. */
export function DateField({ value, onChange, today, label, error, id, onBlur, withEcho = true, ...input }: DateFieldProps) {
  const [opened, setOpened] = useState(false);
  const [left, setLeft] = useState(false);
  const day = readDay(value, today);
  const unreadable = left && day === null && value.trim() !== '' ? 'This is not a day that exists. Write it like 2026-11-21.' : undefined;
  const calendar = (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <ActionIcon size="md" aria-label={`${label}: choose from a calendar`} onClick={() => setOpened((open) => !open)}>
          <IconCalendar size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback="Opening the calendar…">
          <MonthPicker
            day={day}
            today={today}
            onPick={(picked) => {
              onChange(picked);
              setOpened(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TextInput
      {...input}
      id={id}
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        setLeft(true);
        onBlur?.(event);
      }}
      autoComplete="off"
      rightSection={calendar}
      rightSectionWidth={40}
      error={error ?? unreadable}
      description={day === null || !withEcho ? undefined : dayText(day)}
    />
  );
}
