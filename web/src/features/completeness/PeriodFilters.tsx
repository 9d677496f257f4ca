import { NativeSelect } from '@mantine/core';
import { addDays, type Day } from '@/lib/dates';
import { useToday } from '@/lib/session';
import { DateFilter } from '@/ui/DateFilter';
import { Filters } from '@/ui/Filters';
import type { PeriodSearch } from './queries';

interface PeriodFiltersProps {
  period: PeriodSearch;
  /** The days that are shown, whichever were asked for. */
  shown: { readonly from: Day; readonly to: Day } | undefined;
  onPeriod: (next: PeriodSearch) => void;
}

/** The periods people ask for most, beside the last 30 days, which need no address. */
function commonPeriods(today: Day): readonly (Required<PeriodSearch> & { readonly words: string })[] {
  const thisMonth = `${today.slice(0, 7)}-01`;
  const lastOfBefore = addDays(thisMonth, -1);
  return [
    { words: 'This month', from: thisMonth, to: today },
    { words: 'Last month', from: `${lastOfBefore.slice(0, 7)}-01`, to: lastOfBefore },
  ];
}

const usual = 'Last 30 days';
const other = 'Other days';

/** The period by its name, or day by day. */
export function PeriodFilters({ period, shown, onPeriod }: PeriodFiltersProps) {
  const common = commonPeriods(useToday());
  const isUsual = period.from === undefined && period.to === undefined;
  const named = common.find(({ from, to }) => from === period.from && to === period.to)?.words;
  const set = (part: PeriodSearch) =>
    onPeriod(Object.fromEntries(Object.entries({ ...period, ...part }).filter(([, value]) => value !== '')));
  const choose = (words: string) => {
    const chosen = common.find((one) => one.words === words);
    if (chosen) onPeriod({ from: chosen.from, to: chosen.to });
    else if (words === usual) onPeriod({});
  };
  return (
    <Filters onClear={null}>
      <NativeSelect
        label="Period"
        value={isUsual ? usual : (named ?? other)}
        data={[usual, ...common.map(({ words }) => words), ...(isUsual || named ? [] : [other])]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <DateFilter label="From" value={period.from ?? shown?.from ?? ''} onChange={(day) => set({ from: day })} />
      <DateFilter label="To" value={period.to ?? shown?.to ?? ''} onChange={(day) => set({ to: day })} />
    </Filters>
  );
}
