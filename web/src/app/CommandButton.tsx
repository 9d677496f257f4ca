import { Kbd, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import classes from './CommandButton.module.css';

const CommandPalette = lazy(() => import('./CommandPalette'));

const onApple = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Jumps to the list's own search on this screen. */
function focusListSearch(): void {
  const search = document.querySelector<HTMLInputElement>('[data-list-search]');
  search?.focus();
  search?.select();
}

/** Opens the command palette (Ctrl or ⌘ K), and gives `/` its meaning. */
export function CommandButton() {
  const [opened, palette] = useDisclosure(false);
  useHotkeys(
    [
      ['mod+K', palette.open],
      ['/', focusListSearch],
    ],
    ['INPUT', 'TEXTAREA', 'SELECT'],
  );
  // The palette's own keys work while one types, too.
  useHotkeys([['mod+K', palette.open]], []);
  return (
    <>
      <UnstyledButton className={classes['button'] ?? ''} onClick={palette.open} aria-haspopup="dialog">
        <IconSearch size={16} aria-hidden />
        <span className={classes['words']}>Go to…</span>
        <Kbd size="xs" aria-hidden>
          {onApple ? '⌘' : 'Ctrl'} K
        </Kbd>
      </UnstyledButton>
      {opened ? (
        <Suspense fallback={null}>
          <CommandPalette onClose={palette.close} />
        </Suspense>
      ) : null}
    </>
  );
}
