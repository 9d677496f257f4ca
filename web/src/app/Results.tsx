import { ActionIcon, Button, Popover, Title, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconListCheck } from '@tabler/icons-react';
import { timeText } from '@/lib/dates';
import { undo, useResults } from '@/lib/notices';
import { useTimeZone } from '@/lib/session';
import { classNames } from '@/ui/classes';
import classes from './Results.module.css';

const pictures = { done: IconCircleCheck, warning: IconAlertTriangle, failed: IconCircleX };

/** The results of late, so that none is lost by going to another screen; what can simply be taken back has a button for it. */
export function Results() {
  const results = useResults();
  const timeZone = useTimeZone();
  const [opened, list] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? list.open() : list.close())}
      position="bottom-end"
      width={360}
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Tooltip label="Results" disabled={opened}>
          <ActionIcon aria-label="Results" onClick={list.toggle}>
            <IconListCheck size={20} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Results" className={classes['dropdown'] ?? ''}>
        <Title order={2} size="h3" tabIndex={-1} data-autofocus className={classes['title'] ?? ''}>
          Results
        </Title>
        {results.length === 0 ? <p className={classes['quiet']}>What is done in this window is listed here until you sign out.</p> : null}
        <ul className={classes['list']}>
          {results.map((result) => {
            const Picture = pictures[result.tone];
            return (
              <li key={result.id}>
                <Picture size={18} className={classNames(classes['picture'], classes[result.tone])} aria-hidden />
                <span className={classes['words']}>
                  {result.text}
                  <span className={classes['quiet']}>{timeText(result.at.toISOString(), timeZone)}</span>
                </span>
                {result.undo ? (
                  <Button size="compact-xs" variant="default" aria-label={`Undo: ${result.text}`} onClick={() => void undo(result)}>
                    Undo
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
