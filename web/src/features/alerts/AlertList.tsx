import { Button, Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { asProblem } from '@/lib/problem';
import { Chip } from '@/ui/Chip';
import { MomentText } from '@/ui/Moment';
import { Panel } from '@/ui/Panel';
import { ErrorState } from '@/ui/States';
import classes from './Alerts.module.css';
import { alertsQuery } from './queries';
import { type Alert, type AlertDelivery, deliveryLooks, deliveryText, lookOf } from './words';

/** What people should know or should have known, and who was told. */
export function AlertList() {
  const found = useInfiniteQuery(alertsQuery);
  if (found.error)
    return <ErrorState problem={asProblem(found.error)} title="The alerts could not be read." onRetry={() => void found.refetch()} />;
  const alerts = found.data?.pages.flatMap((page) => page.items);
  return (
    <Panel title="Alerts" lead="The newest first. What is over is kept for 90 days.">
      {alerts === undefined ? (
        <Skeleton height={96} />
      ) : alerts.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing needs anybody, and nothing did lately.
        </Text>
      ) : (
        <ul className={classes['alerts']}>
          {alerts.map((alert) => (
            <AlertRow key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          Load more
        </Button>
      ) : null}
    </Panel>
  );
}

function AlertRow({ alert }: { alert: Alert }) {
  const navigate = useNavigate();
  return (
    <li className={classes['alert']}>
      <div className={classes['head']}>
        <Chip look={lookOf(alert)} />
        <a
          href={alert.link}
          className={classes['title']}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            void navigate({ href: alert.link });
          }}
        >
          {alert.title}
        </a>
      </div>
      <p>{alert.sentence}</p>
      {alert.ended_at === null ? <p>{alert.next_step}</p> : null}
      <p className={classes['quiet']}>
        Began <MomentText instant={alert.began_at} ago={alert.ended_at === null} />
        {alert.changed_at === alert.began_at ? null : (
          <>
            , grew <MomentText instant={alert.changed_at} />
          </>
        )}
        {alert.ended_at === null ? null : (
          <>
            , over <MomentText instant={alert.ended_at} />
          </>
        )}
      </p>
      {alert.deliveries.length === 0 ? (
        <p className={classes['quiet']}>Nobody was told about it.</p>
      ) : (
        <details className={classes['told']}>
          <summary>{alert.deliveries.length === 1 ? '1 message' : `${alert.deliveries.length} messages`}</summary>
          <ul>
            {alert.deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function DeliveryRow({ delivery }: { delivery: AlertDelivery }) {
  return (
    <li>
      <Chip look={deliveryLooks[delivery.state]} /> {deliveryText(delivery)}
      <span className={classes['quiet']}>
        {' · '}
        {delivery.next_at === null ? (
          <MomentText instant={delivery.finished_at ?? delivery.created_at} />
        ) : (
          <>
            {delivery.attempts === 0 ? 'goes out ' : 'next try '}
            <MomentText instant={delivery.next_at} />
          </>
        )}
        {delivery.outcome === '' ? '' : ` · ${delivery.outcome}`}
      </span>
    </li>
  );
}
