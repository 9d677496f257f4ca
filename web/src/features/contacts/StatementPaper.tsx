import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { countryName } from '@/lib/countries';
import { dayText } from '@/lib/dates';
import { compare, parseDecimal, zero } from '@/lib/decimal';
import { moneyColumn } from '@/lib/money';
import type { Reference } from '@/lib/queries';
import { classNames } from '@/ui/classes';
import { DayText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { Sheet } from '@/ui/Sheet';
import type { Statement } from './queries';
import classes from './StatementPaper.module.css';
import { entryNames } from './words';

type Entry = Statement['entries'][number];

/** A statement as it looks on paper. */
export function StatementPaper({ statement, reference }: { statement: Statement; reference: Reference | undefined }) {
  const { contact, currency } = statement;
  const { address } = contact;
  const supplier = reference?.address.split(', ').filter(Boolean) ?? [];
  return (
    <Sheet label="Statement">
      <div className={classes['top']}>
        <div>
          <h2 className={classes['title']}>Statement</h2>
          <p className={classes['quiet']}>
            {dayText(statement.from)} to {dayText(statement.to)} · amounts in {currency}
          </p>
        </div>
        <dl className={classes['sums']}>
          <dt>Owed on {dayText(statement.from)}</dt>
          <dd>{moneyColumn(statement.opening_balance, currency)}</dd>
          <dt>Invoiced</dt>
          <dd>{moneyColumn(statement.invoiced_amount, currency)}</dd>
          <dt>Credited</dt>
          <dd>{moneyColumn(statement.credited_amount, currency)}</dd>
          <dt>Paid</dt>
          <dd>{moneyColumn(statement.paid_amount, currency)}</dd>
          <dt className={classes['grand']}>Owed on {dayText(statement.to)}</dt>
          <dd className={classes['grand']}>
            <Money amount={statement.closing_balance} currency={currency} />
          </dd>
        </dl>
      </div>
      <div className={classes['parties']}>
        <Party heading="From" name={reference?.business.name ?? ''} lines={supplier} vatNumber={reference?.vat_number ?? ''} />
        <Party
          heading="To"
          name={contact.name}
          lines={[address.line1, address.line2, address.city, address.region, address.postal_code, countryName(address.country)]}
          vatNumber={contact.vat_number}
        />
      </div>
      <table className={classes['lines']}>
        <caption>
          <VisuallyHidden>Documents and payments</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">What</th>
            <th scope="col" className={classes['optional']}>
              Reference
            </th>
            <th scope="col" className={classes['optional']}>
              Due
            </th>
            <th scope="col" className={classNames(classes['end'], classes['apart'])}>
              Invoiced
            </th>
            <th scope="col" className={classNames(classes['end'], classes['apart'])}>
              Credited or paid
            </th>
            <th scope="col" className={classNames(classes['end'], classes['together'])}>
              Amount
            </th>
            <th scope="col" className={classes['end']}>
              Balance
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <DayText day={statement.from} />
            </td>
            <td>Opening balance</td>
            <td className={classes['optional']} />
            <td className={classes['optional']} />
            <td className={classes['apart']} />
            <td className={classes['apart']} />
            <td className={classes['together']} />
            <td className={classes['end']}>
              <Money amount={statement.opening_balance} currency={currency} column />
            </td>
          </tr>
          {statement.entries.map((entry) => (
            <Line key={`${entry.kind} ${entry.id}`} entry={entry} currency={currency} />
          ))}
        </tbody>
      </table>
      {statement.entries.length === 0 ? <p className={classes['quiet']}>Nothing was booked in this period.</p> : null}
    </Sheet>
  );
}

function Party({ heading, name, lines, vatNumber }: { heading: string; name: string; lines: readonly string[]; vatNumber: string }) {
  return (
    <div className={classes['party']}>
      <h3>{heading}</h3>
      <p className={classes['partyName']}>{name}</p>
      {lines.filter(Boolean).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {vatNumber === '' ? null : <p>VAT number {vatNumber}</p>}
    </div>
  );
}

function Line({ entry, currency }: { entry: Entry; currency: string }) {
  const amount = parseDecimal(entry.amount) ?? zero;
  const isCharge = compare(amount, zero) >= 0;
  const shown = { units: isCharge ? amount.units : -amount.units, scale: amount.scale };
  return (
    <tr>
      <td>
        <DayText day={entry.date} />
      </td>
      <td>
        <EntryLink entry={entry} />
      </td>
      <td className={classes['optional']}>{entry.reference}</td>
      <td className={classes['optional']}>{entry.due_date === null ? '' : <DayText day={entry.due_date} />}</td>
      <td className={classNames(classes['end'], classes['apart'])}>
        {isCharge ? <Money amount={shown} currency={currency} column /> : null}
      </td>
      <td className={classNames(classes['end'], classes['apart'])}>
        {isCharge ? null : <Money amount={shown} currency={currency} column />}
      </td>
      <td className={classNames(classes['end'], classes['together'])}>
        <Money amount={amount} currency={currency} column />
      </td>
      <td className={classes['end']}>
        <Money amount={entry.balance} currency={currency} column />
      </td>
    </tr>
  );
}

function EntryLink({ entry }: { entry: Entry }) {
  const words = entry.name === '' ? entryNames[entry.kind] : `${entryNames[entry.kind]} ${entry.name}`;
  const params = { id: entry.id };
  if (entry.kind === 'invoice')
    return (
      <Link to="/invoices/$id" params={params}>
        {words}
      </Link>
    );
  if (entry.kind === 'credit_note')
    return (
      <Link to="/invoices/credit-notes/$id" params={params}>
        {words}
      </Link>
    );
  return (
    <Link to="/invoices/payments/$id" params={params}>
      {words}
    </Link>
  );
}
