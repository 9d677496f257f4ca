import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CopyButton } from './CopyButton';
import classes from './ShownOnce.module.css';

interface ShownOnceProps {
  title: string;
  /** What it is for, and that it is never shown again. */
  children: ReactNode;
  /** The text itself, one or several lines. */
  text: string;
  /** What is copied, such as `link`. */
  what: string;
}

/** A secret that exists on this screen only once. */
export function ShownOnce({ title, children, text, what }: ShownOnceProps) {
  return (
    <Alert title={title} icon={<IconEye size={18} aria-hidden />} color="ledger">
      <Stack gap="xs">
        <Text size="sm">{children}</Text>
        <pre className={classes['secret']} data-testid="shown-once" tabIndex={0} aria-label={`The ${what}`}>
          {text}
        </pre>
        <Group>
          <CopyButton text={text} what={what} withWords />
        </Group>
      </Stack>
    </Alert>
  );
}
