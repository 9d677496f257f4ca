import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Schemas } from './api';
import { now } from './clock';
import { type Day, dayIn } from './dates';
import { type Role, sessionQuery } from './queries';

const ranks: Record<Role, number> = { viewer: 1, accountant: 2, owner: 3 };

export interface SignedIn {
  readonly person: Schemas['PersonResponse'];
  readonly workspace: Schemas['WorkspaceResponse'];
  readonly workspaces: readonly Schemas['WorkspaceResponse'][];
  readonly role: Role;
  /** Whether the role may do what this role may do. */
  readonly may: (least: Role) => boolean;
}

export const roleNames: Record<Role, string> = { viewer: 'Viewer', accountant: 'Accountant', owner: 'Owner' };

/** What each role may do, in a line. */
export const roleMeanings: Record<Role, string> = {
  viewer: 'Looks at everything, changes nothing.',
  accountant: 'Works with the books: invoices, contacts, connecting Sage.',
  owner: 'Does everything, and looks after people, keys and settings.',
};

const mayDo = (role: Role, least: Role): boolean => ranks[role] >= ranks[least];

/** The signed-in person and the workspace; only for screens behind the sign-in. */
export function useSignedIn(): SignedIn {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data.person || !data.workspace || !data.role) throw new Error('This screen is for signed-in people.');
  const role = data.role;
  return { person: data.person, workspace: data.workspace, workspaces: data.workspaces ?? [], role, may: (least) => mayDo(role, least) };
}

/** The time zone the workspace's people live in; the browser's own before anybody signed in. */
export function useTimeZone(): string {
  const { data } = useQuery({ ...sessionQuery, enabled: false });
  return data?.workspace?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Today where the workspace is. */
export const useToday = (): Day => dayIn(useTimeZone(), now());
