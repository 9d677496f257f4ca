import type { Icon } from '@tabler/icons-react';
import classes from './Chip.module.css';

/** What a status means for the person: done, waiting, under way, failed, or nothing to do. */
export type Tone = 'ok' | 'wait' | 'run' | 'bad' | 'still';

export interface ChipLook {
  readonly word: string;
  readonly tone: Tone;
  readonly icon: Icon;
}

/** A status: picture, word and colour, the same everywhere. */
export function Chip({ look }: { look: ChipLook }) {
  const Picture = look.icon;
  return (
    <span className={`${classes['chip'] ?? ''} ${classes[look.tone] ?? ''}`}>
      <Picture size={14} stroke={2} aria-hidden />
      {look.word}
    </span>
  );
}
