import { Tooltip } from '@mantine/core';
import { agoText, dayText, momentInFull, momentText } from '@/lib/dates';
import { now } from '@/lib/clock';
import { useTimeZone } from '@/lib/session';

/** A day: `10 Oct 2025`; a dash when there is none. */
export function DayText({ day }: { day: string | null }) {
  return day === null ? (
    '–'
  ) : (
    <time dateTime={day} className="lb-figures">
      {dayText(day)}
    </time>
  );
}

interface MomentProps {
  instant: string;
  /** Adds how long ago it was. */
  ago?: boolean;
  /** False where the surrounding link or button takes the focus itself. */
  focusable?: boolean;
}

/** A moment in the workspace's time: `21 Nov 2026, 16:37`, in full with its zone under the pointer and on focus. */
export function MomentText({ instant, ago = false, focusable = true }: MomentProps) {
  const timeZone = useTimeZone();
  return (
    <Tooltip label={momentInFull(instant, timeZone)}>
      <time dateTime={instant} className="lb-figures" {...(focusable ? { tabIndex: 0 } : {})}>
        {momentText(instant, timeZone)}
        {ago ? ` · ${agoText(instant, now())}` : ''}
      </time>
    </Tooltip>
  );
}
