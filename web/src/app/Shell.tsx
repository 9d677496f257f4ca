import { ActionIcon, Drawer, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import {
  IconBuildingStore,
  IconFileInvoice,
  IconHistory,
  IconLayoutDashboard,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMenu2,
  IconRefreshDot,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { BusinessSwitcher } from '@/features/connections/BusinessSwitcher';
import { ConnectionPill } from '@/features/connections/ConnectionPill';
import { Notices } from '@/ui/Notices';
import { CommandButton } from './CommandButton';
import { FocusOnNavigation } from './FocusOnNavigation';
import { PersonMenu } from './PersonMenu';
import { Results } from './Results';
import { SchemeMenu, SchemeSwitch } from './Scheme';
import { SessionEnd } from './SessionEnd';
import classes from './Shell.module.css';
import { WorkspaceMenu } from './WorkspaceMenu';

const places = [
  { to: '/', word: 'Overview', icon: IconLayoutDashboard },
  { to: '/invoices', word: 'Invoices', icon: IconFileInvoice },
  { to: '/contacts', word: 'Contacts', icon: IconUsers },
  { to: '/runs', word: 'Sync', icon: IconRefreshDot },
  { to: '/stores', word: 'Stores', icon: IconBuildingStore },
  { to: '/audit', word: 'Audit', icon: IconHistory },
  { to: '/settings', word: 'Settings', icon: IconSettings },
] as const;

function Places({ narrow = false, onGo }: { narrow?: boolean; onGo?: () => void }) {
  return (
    <ul className={classes['links']}>
      {places.map(({ to, word, icon: Picture }) => (
        <li key={to}>
          <Tooltip label={word} position="right" disabled={!narrow}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/' }}
              className={classes['link']}
              {...(narrow ? { 'aria-label': word } : {})}
              {...(onGo ? { onClick: onGo } : {})}
            >
              <Picture size={20} stroke={1.75} aria-hidden />
              <span className={classes['word']}>{word}</span>
            </Link>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}

/** What stands around every screen behind the sign-in: navigation, the top bar, results, and the screen itself. */
export function Shell() {
  const [narrow, setNarrow] = useLocalStorage({ key: 'ledgerbridge-nav-narrow', defaultValue: false, getInitialValueInEffect: false });
  const [drawerOpened, drawer] = useDisclosure(false);
  const Fold = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <div className={classes['shell']} data-narrow={narrow}>
      <a className={classes['skip']} href="#main">
        Skip to the content
      </a>
      <header className={classes['header']}>
        <ActionIcon className={classes['onlyNarrow'] ?? ''} aria-label="Navigation" onClick={drawer.open}>
          <IconMenu2 size={20} aria-hidden />
        </ActionIcon>
        <Link to="/" className={`${classes['mark'] ?? ''} ${classes['markLink'] ?? ''}`} aria-label="Ledgerbridge, to the overview">
          <img src="/favicon.svg" width={26} height={26} alt="" />
          <span className={classes['word']}>Ledgerbridge</span>
        </Link>
        <div className={`${classes['onlyWide'] ?? ''} ${classes['workspaceParts'] ?? ''}`}>
          <div className={classes['workspace']}>
            <WorkspaceMenu />
          </div>
          <span className={classes['slash']} aria-hidden>
            /
          </span>
        </div>
        <div className={classes['business']}>
          <BusinessSwitcher />
        </div>
        <div className={classes['space']} />
        <ConnectionPill />
        <div className={classes['onlyWide']}>
          <CommandButton />
          <SchemeMenu />
        </div>
        <Results />
        <PersonMenu />
      </header>
      <nav className={classes['nav']} aria-label="Main">
        <Places narrow={narrow} />
        <UnstyledButton
          className={classes['link'] ?? ''}
          aria-label={narrow ? 'Show the words of the navigation' : undefined}
          aria-expanded={!narrow}
          onClick={() => setNarrow(!narrow)}
        >
          <Fold size={20} stroke={1.75} aria-hidden />
          <span className={classes['word']}>Collapse</span>
        </UnstyledButton>
      </nav>
      <Drawer opened={drawerOpened} onClose={drawer.close} title="Ledgerbridge" size={280} hiddenFrom="sm">
        <nav aria-label="Main">
          <Places onGo={drawer.close} />
        </nav>
        <div className={classes['drawerPart']}>
          <WorkspaceMenu />
        </div>
        <div className={classes['drawerPart']}>
          <SchemeSwitch />
        </div>
      </Drawer>
      <main id="main" tabIndex={-1} className={classes['main']}>
        <div className={classes['inner']}>
          <Notices />
          <Outlet />
        </div>
      </main>
      <FocusOnNavigation />
      <SessionEnd />
    </div>
  );
}
