import { ActionIcon, Menu, Stack, Text, TextInput } from '@mantine/core';
import {
  IconDots,
  IconExternalLink,
  IconHistory,
  IconPlugConnected,
  IconPlugConnectedX,
  IconRefresh,
  IconScale,
  IconSettings,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Store } from '@/lib/stores';
import { asProblem } from '@/lib/problem';
import { useSignedIn } from '@/lib/session';
import { shopName } from '@/lib/shopName';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { codeMistake, plainCode } from './pairingCode';
import { useDisconnect, usePair, usePing } from './queries';

interface StoreActionsProps {
  store: Store;
  /** True on the shop's own screen, which needs no way to itself. */
  isOpened?: boolean;
}

/** What can be done with a shop; what the role may not do is not offered. */
export function StoreActions({ store, isOpened = false }: StoreActionsProps) {
  const { may } = useSignedIn();
  const [asked, setAsked] = useState<'pair' | 'disconnect' | null>(null);
  const ping = usePing(store);
  const name = shopName(store.base_url);
  const close = () => setAsked(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={isOpened ? 'lg' : 'md'} aria-label={`Actions for ${name}`} loading={ping.isPending}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isOpened ? null : (
            <Menu.Item
              renderRoot={(props) => <Link to="/stores/$id" params={{ id: store.id }} {...props} />}
              leftSection={<IconSettings size={16} aria-hidden />}
            >
              Settings
            </Menu.Item>
          )}
          <Menu.Item
            renderRoot={(props) => <Link to="/runs" search={{ store: store.id }} {...props} />}
            leftSection={<IconHistory size={16} aria-hidden />}
          >
            Sync history
          </Menu.Item>
          <Menu.Item
            renderRoot={(props) => <Link to="/stores/$id/completeness" params={{ id: store.id }} {...props} />}
            leftSection={<IconScale size={16} aria-hidden />}
          >
            Completeness
          </Menu.Item>
          <Menu.Item
            component="a"
            href={store.base_url}
            target="_blank"
            rel="noopener noreferrer"
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            Open the shop
          </Menu.Item>
          {may('accountant') ? (
            <>
              {store.status === 'disconnected' ? null : (
                <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => ping.mutate()}>
                  Ping
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconPlugConnected size={16} aria-hidden />} onClick={() => setAsked('pair')}>
                Pair again…
              </Menu.Item>
            </>
          ) : null}
          {may('owner') && store.status !== 'disconnected' ? (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconPlugConnectedX size={16} aria-hidden />} onClick={() => setAsked('disconnect')}>
                Disconnect…
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {asked === 'pair' ? <PairDialog store={store} onClose={close} /> : null}
      {asked === 'disconnect' ? <DisconnectDialog store={store} onClose={close} /> : null}
    </>
  );
}

interface DialogProps {
  store: Store;
  onClose: () => void;
}

function PairDialog({ store, onClose }: DialogProps) {
  const id = useId();
  const [code, setCode] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  const pair = usePair(store, onClose);
  const problem = pair.error ? asProblem(pair.error) : null;
  const refusal = problem?.errors['pairing_code']?.join(' ');
  const send = () => {
    const found = codeMistake(code);
    setMistake(found);
    if (found === null) pair.mutate(plainCode(code));
    else document.getElementById(id)?.focus();
  };
  return (
    <ConfirmDialog
      opened
      title={`Pair ${shopName(store.base_url)} again?`}
      action="Pair again"
      busy={pair.isPending}
      problem={refusal ? null : problem}
      onConfirm={send}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">
          The shop gets a new key and the old one ends. Its settings, its history and what it sends meanwhile are kept. Generate a new code
          in the shop’s admin first.
        </Text>
        <TextInput
          id={id}
          label="Pairing code"
          description="32 characters, good for 30 minutes and for one use."
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value);
            setMistake(null);
            pair.reset();
          }}
          error={mistake ?? refusal}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
      </Stack>
    </ConfirmDialog>
  );
}

function DisconnectDialog({ store, onClose }: DialogProps) {
  const disconnect = useDisconnect(store, onClose);
  return (
    <ConfirmDialog
      opened
      danger
      title={`Disconnect ${shopName(store.base_url)}?`}
      action="Disconnect"
      busy={disconnect.isPending}
      problem={disconnect.error ? asProblem(disconnect.error) : null}
      onConfirm={() => disconnect.mutate()}
      onClose={onClose}
    >
      Its key is erased and what it sends is not taken any more. What is in Sage stays there; its settings and its history stay here. You
      can pair it again at any time with a new code.
    </ConfirmDialog>
  );
}
