import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Alerts } from '@/features/alerts/Alerts';
import { ConnectionSettings } from '@/features/connections/ConnectionSettings';
import { CopiesStatus } from '@/features/mirror/CopiesStatus';
import { Account } from '@/features/people/Account';
import { ApiKeys } from '@/features/people/ApiKeys';
import { Members } from '@/features/people/Members';
import { InvoiceDefaults } from '@/features/settings/InvoiceDefaults';
import { PageHeader } from '@/ui/PageHeader';
import { settingsTabs } from '../search';
import classes from './SettingsScreen.module.css';

const route = getRouteApi('/shell/settings');

const words: Record<(typeof settingsTabs)[number], string> = {
  connection: 'Connection',
  copies: 'Copies of Sage',
  invoices: 'Invoice defaults',
  people: 'People',
  keys: 'API keys',
  alerts: 'Alerts',
  account: 'Account',
};

export function SettingsScreen() {
  const tab = route.useSearch().tab ?? 'connection';
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const next = settingsTabs.find((known) => known === value);
          if (next) void navigate({ search: { tab: next } });
        }}
      >
        <Tabs.List className={classes['tabs'] ?? ''} aria-label="Settings">
          {settingsTabs.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {words[value]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={classes['panel']}>
          <Tabs.Panel value="connection">
            <ConnectionSettings />
          </Tabs.Panel>
          <Tabs.Panel value="copies">
            <CopiesStatus />
          </Tabs.Panel>
          <Tabs.Panel value="invoices">
            <InvoiceDefaults />
          </Tabs.Panel>
          <Tabs.Panel value="people">
            <Members />
          </Tabs.Panel>
          <Tabs.Panel value="keys">
            <ApiKeys />
          </Tabs.Panel>
          <Tabs.Panel value="alerts">
            <Alerts />
          </Tabs.Panel>
          <Tabs.Panel value="account">
            <Account />
          </Tabs.Panel>
        </div>
      </Tabs>
    </>
  );
}
