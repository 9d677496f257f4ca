import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { dismissNotice, undo, useNotices } from '@/lib/notices';
import { classNames } from './classes';
import classes from './Notices.module.css';

const pictures = { done: IconCircleCheck, warning: IconAlertTriangle, failed: IconCircleX };

/** Results that matter, above the screen until they are put away. */
export function Notices() {
  const notices = useNotices();
  return (
    <div role="status" aria-label="Results">
      <ul className={classes['list']} data-testid="notices">
        {notices.map((notice) => {
          const Picture = pictures[notice.tone];
          return (
            <li key={notice.id} className={classNames(classes['notice'], classes[notice.tone])}>
              <Picture size={18} className={classes['picture'] ?? ''} aria-hidden />
              <span className={classes['words']}>{notice.text}</span>
              {notice.undo ? (
                <Button
                  size="compact-xs"
                  variant="transparent"
                  className={classes['undo'] ?? ''}
                  aria-label={`Undo: ${notice.text}`}
                  onClick={() => void undo(notice)}
                >
                  Undo
                </Button>
              ) : null}
              <CloseButton
                size="sm"
                variant="transparent"
                aria-label={`Put away: ${notice.text}`}
                onClick={() => dismissNotice(notice.id)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
