import '@mantine/dates/styles.css';
import { DatePicker } from '@mantine/dates';
import type { Day } from '@/lib/dates';

/** A month to pick a day from, weeks beginning on Monday. Loaded when it is opened for the first time. */
export default function MonthPicker({ day, today, onPick }: { day: Day | null; today: Day; onPick: (day: Day) => void }) {
  return (
    <DatePicker
      value={day}
      defaultDate={day ?? today}
      hideOutsideDates
      weekendDays={[]}
      getDayProps={(shown) => (shown === today ? { 'aria-current': 'date' } : {})}
      onChange={(picked) => (picked === null ? undefined : onPick(picked))}
      ariaLabels={{
        nextMonth: 'Next month',
        previousMonth: 'Month before',
        nextYear: 'Next year',
        previousYear: 'Year before',
        nextDecade: 'Next ten years',
        previousDecade: 'Ten years before',
      }}
    />
  );
}
