import { IconAlertTriangle, IconClock, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { connectionsQuery } from '@/lib/queries';
import { classNames } from '@/ui/classes';
import classes from './ConnectionPill.module.css';
import { currentConnection, daysLeftText, type EndingTone, endingSoon } from './state';

/** How the connection to Sage stands, always in sight: *Connected · 23 days*, or what to do. */
export function ConnectionPill() {
  const { data } = useQuery(connectionsQuery);
  if (!data) return null;
  const connection = currentConnection(data);
  if (!connection) {
    return (
      <Link to="/connect" className={classNames(classes['pill'], classes['wait'])}>
        <IconPlugConnectedX size={16} aria-hidden />
        <span>Connect Sage</span>
      </Link>
    );
  }
  if (connection.status !== 'active') {
    return (
      <Link to="/connect" className={classNames(classes['pill'], classes['bad'])}>
        <IconPlugConnectedX size={16} aria-hidden />
        <span>Reconnect</span>
      </Link>
    );
  }
  const tone = endingSoon(connection)?.tone;
  const Picture = tone === 'clear' || tone === 'urgent' ? IconAlertTriangle : tone === 'mild' ? IconClock : IconPlugConnected;
  return (
    <Link to="/settings" search={{ tab: 'connection' }} className={classNames(classes['pill'], classes[tone ?? 'ok'])}>
      <Picture size={16} aria-hidden />
      <span className={classes['detail']}>
        {tone === undefined ? 'Connected' : endingWords[tone]}
        {connection.days_left === null ? '' : ` · ${daysLeftText(connection.days_left)}`}
      </span>
    </Link>
  );
}

const endingWords: Record<EndingTone, string> = { mild: 'Connected', clear: 'Renew soon', urgent: 'Renew now' };
