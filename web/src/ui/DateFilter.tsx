import { useState } from 'react';
import { type Day, readDay } from '@/lib/dates';
import { useToday } from '@/lib/session';
import { DateField } from './DateField';

interface DateFilterProps {
  label: string;
  /** The day in the address, empty for none. */
  value: Day;
  /** A day, or empty when the field was emptied. */
  onChange: (day: Day) => void;
}

/** A day of a filter: taken when it can be read, on leaving the field or with Enter. */
export function DateFilter({ label, value, onChange }: DateFilterProps) {
  const today = useToday();
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (value !== shown) {
    setShown(value);
    setTyped(value);
  }
  const take = (text: string) => {
    const day = text.trim() === '' ? '' : readDay(text, today);
    if (day !== null && day !== value) onChange(day);
  };
  return (
    <DateField
      label={label}
      today={today}
      value={typed}
      withEcho={false}
      onChange={(text) => {
        setTyped(text);
        // A day picked from the calendar is complete; a typed one is once the field is left.
        if (/^\d{4}-\d{2}-\d{2}$/.test(text)) take(text);
      }}
      onBlur={() => take(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(typed);
      }}
    />
  );
}
