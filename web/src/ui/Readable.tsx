import { fieldWords } from '@/lib/fieldWords';
import { classNames } from './classes';
import classes from './Readable.module.css';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isFields(value) && Object.values(value).every(isNothing));

/** What was asked or answered, as names and values that people can read. What is empty is left out. */
export function Readable({ value }: { value: unknown }) {
  if (isFields(value)) {
    return (
      <dl className={classes['list']}>
        {Object.entries(value)
          .filter(([, inner]) => !isNothing(inner))
          .map(([name, inner]) => (
            <div key={name} className={classNames(classes['pair'], typeof inner === 'object' && classes['deep'])}>
              <dt>{fieldWords(name)}</dt>
              <dd>
                <Readable value={inner} />
              </dd>
            </div>
          ))}
      </dl>
    );
  }
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return (
      <ol className={classes['items']}>
        {items.map((item, index) => (
          <li key={index} className={classes['nested']}>
            <Readable value={item} />
          </li>
        ))}
      </ol>
    );
  }
  return <>{typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value)}</>;
}
