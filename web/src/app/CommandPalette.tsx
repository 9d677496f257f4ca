import { Modal, TextInput, VisuallyHidden } from '@mantine/core';
import {
  IconAddressBook,
  IconBell,
  IconBuildingStore,
  IconCash,
  IconCopyCheck,
  IconFileInvoice,
  IconFilePlus,
  IconHistory,
  type Icon,
  IconKey,
  IconLayoutDashboard,
  IconPlugConnected,
  IconReceiptRefund,
  IconRefreshDot,
  IconSettings,
  IconUserCircle,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type NavigateOptions, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useSignedIn } from '@/lib/session';
import { classNames } from '@/ui/classes';
import classes from './CommandPalette.module.css';

interface Command {
  readonly words: string;
  readonly icon: Icon;
  readonly go: NavigateOptions;
}

const forAll: readonly Command[] = [
  { words: 'Overview', icon: IconLayoutDashboard, go: { to: '/' } },
  { words: 'Invoices', icon: IconFileInvoice, go: { to: '/invoices' } },
  { words: 'Draft invoices', icon: IconFileInvoice, go: { to: '/invoices', search: { status: 'draft' } } },
  { words: 'Unpaid invoices', icon: IconFileInvoice, go: { to: '/invoices', search: { status: 'unpaid' } } },
  { words: 'Late invoices', icon: IconFileInvoice, go: { to: '/invoices', search: { status: 'overdue' } } },
  { words: 'Credit notes', icon: IconReceiptRefund, go: { to: '/invoices/credit-notes' } },
  { words: 'Payments', icon: IconCash, go: { to: '/invoices/payments' } },
  { words: 'Contacts', icon: IconAddressBook, go: { to: '/contacts' } },
  { words: 'Sync history', icon: IconRefreshDot, go: { to: '/runs' } },
  { words: 'Failed documents of stores', icon: IconRefreshDot, go: { to: '/runs', search: { status: 'failed' } } },
  { words: 'Stores', icon: IconBuildingStore, go: { to: '/stores' } },
  { words: 'Audit', icon: IconHistory, go: { to: '/audit' } },
  { words: 'Settings: connection', icon: IconPlugConnected, go: { to: '/settings', search: { tab: 'connection' } } },
  { words: 'Settings: copies of Sage', icon: IconCopyCheck, go: { to: '/settings', search: { tab: 'copies' } } },
  { words: 'Settings: invoice defaults', icon: IconSettings, go: { to: '/settings', search: { tab: 'invoices' } } },
  { words: 'Settings: people', icon: IconUsersGroup, go: { to: '/settings', search: { tab: 'people' } } },
  { words: 'Settings: alerts', icon: IconBell, go: { to: '/settings', search: { tab: 'alerts' } } },
  { words: 'Your account', icon: IconUserCircle, go: { to: '/settings', search: { tab: 'account' } } },
];

const forAccountants: readonly Command[] = [
  { words: 'New invoice', icon: IconFilePlus, go: { to: '/invoices/new' } },
  { words: 'New contact', icon: IconUserPlus, go: { to: '/contacts', search: { create: true } } },
  { words: 'Connect a store', icon: IconBuildingStore, go: { to: '/stores/connect' } },
  { words: 'Connect Sage', icon: IconPlugConnected, go: { to: '/connect' } },
];

const forOwners: readonly Command[] = [{ words: 'Settings: API keys', icon: IconKey, go: { to: '/settings', search: { tab: 'keys' } } }];

const fits = (words: string, search: string): boolean =>
  search
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.toLowerCase().includes(part));

/** Every screen and action by its words: type, arrow keys, Enter. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const { may } = useSignedIn();
  const navigate = useNavigate();
  const listId = useId();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const commands = [...(may('accountant') ? forAccountants : []), ...forAll, ...(may('owner') ? forOwners : [])];
  const found = commands.filter((command) => fits(command.words, search.trim()));
  const current = Math.min(at, Math.max(0, found.length - 1));

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    void navigate(command.go);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(found.length === 0 ? 0 : (current + 1) % found.length);
    else if (event.key === 'ArrowUp') setAt(found.length === 0 ? 0 : (current + found.length - 1) % found.length);
    else if (event.key === 'Enter') run(found[current]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      attributes={{ content: { 'aria-label': 'Go to a screen or do something' } }}
      size={520}
      returnFocus
    >
      <TextInput
        aria-label="Screen or action"
        placeholder="Screen or action"
        data-autofocus
        className={classes['search'] ?? ''}
        variant="unstyled"
        size="md"
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${current}` : undefined}
        autoComplete="off"
      />
      <div id={listId} role="listbox" aria-label="Screens and actions" className={classes['list']}>
        {found.map((command, index) => (
          <div
            key={command.words}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            className={classNames(classes['option'], index === current && classes['current'])}
            onMouseMove={() => setAt(index)}
            onClick={() => run(command)}
          >
            <command.icon size={18} stroke={1.75} aria-hidden />
            {command.words}
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className={classes['nothing']}>No screen or action has these words.</p> : null}
      <VisuallyHidden role="status">{found.length === 1 ? '1 found' : `${found.length} found`}</VisuallyHidden>
    </Modal>
  );
}
