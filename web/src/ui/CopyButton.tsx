import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { announce } from '@/lib/announce';
import { copyText } from '@/lib/clipboard';

const shownFor = 2000;

interface CopyButtonProps {
  text: string;
  /** What is copied, such as `reference`; part of the button's name. */
  what: string;
  /** True shows words and not only the picture. */
  withWords?: boolean;
}

/** Copies a text and says so. */
export function CopyButton({ text, what, withWords = false }: CopyButtonProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), shownFor);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    const copied = await copyText(text);
    setState(copied ? 'copied' : 'failed');
    announce(copied ? `Copied the ${what}.` : `The ${what} could not be copied. Select it and copy it by hand.`);
  };
  const words = state === 'copied' ? 'Copied' : state === 'failed' ? 'Select and copy by hand' : `Copy ${what}`;
  const picture = state === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />;
  return withWords ? (
    <Button variant="default" leftSection={picture} onClick={() => void copy()}>
      {words}
    </Button>
  ) : (
    <Tooltip label={words}>
      <ActionIcon aria-label={`Copy ${what}`} size="md" onClick={() => void copy()}>
        {picture}
      </ActionIcon>
    </Tooltip>
  );
}
