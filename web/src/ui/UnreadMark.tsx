import { Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './UnreadMark.module.css';

/** Says of a row that Sage has a newer state of it which cannot be read; nothing when there is none. */
export function UnreadMark({ problem }: { problem: string | null | undefined }) {
  if (!problem) return null;
  const words = `Sage has a newer state of this that cannot be read: ${problem}`;
  return (
    <Tooltip label={words} multiline maw={320}>
      <span className={classes['mark']} tabIndex={0} role="img" aria-label={words}>
        <IconAlertTriangle size={16} aria-hidden />
      </span>
    </Tooltip>
  );
}
