import { countryName } from '@/lib/countries';
import { dayText } from '@/lib/dates';
import { numberText, priceText } from '@/lib/money';
import { Money } from '@/ui/Money';
import { Sheet } from '@/ui/Sheet';
import classes from './Paper.module.css';

export interface PaperParty {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly vatNumber: string;
}

export interface PaperLine {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  /** The rate as short as it can be said: `15 %`, `Zero-rated`. */
  readonly rate: string;
  readonly net: string;
}

export interface PaperRate {
  readonly rate: string;
  readonly net: string;
  readonly vat: string;
}

export interface PaperProps {
  title: string;
  /** Under the title, such as `Draft, not booked`. */
  state?: string | undefined;
  facts: readonly (readonly [name: string, value: string | null])[];
  supplier: PaperParty;
  customer: PaperParty;
  currency: string;
  lines: readonly PaperLine[];
  byRate: readonly PaperRate[];
  net: string;
  vat: string;
  gross: string;
  notes: string;
  /** What the paper is, for those who listen; an invoice when left out. */
  of?: string;
}

function Party({ heading, party }: { heading: string; party: PaperParty }) {
  return (
    <div className={classes['party']}>
      <h3>{heading}</h3>
      <p className={classes['partyName']}>{party.name}</p>
      {party.addressLines.map((line) => (
        <p key={line}>{countryName(line)}</p>
      ))}
      {party.vatNumber === '' ? null : <p>VAT number {party.vatNumber}</p>}
    </div>
  );
}

/** An invoice as it looks on paper. */
export function Paper(props: PaperProps) {
  const { currency } = props;
  return (
    <Sheet label={props.title}>
      <div className={classes['top']}>
        <div>
          <h2 className={classes['title']}>{props.title}</h2>
          {props.state ? <p className={classes['state']}>{props.state}</p> : null}
        </div>
        <dl className={classes['facts']}>
          {props.facts
            .filter(([, value]) => value !== null && value !== '')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </div>
      <div className={classes['parties']}>
        <Party heading="From" party={props.supplier} />
        <Party heading="To" party={props.customer} />
      </div>
      <table className={classes['lines']}>
        <thead>
          <tr>
            <th scope="col" className={classes['optional']}>
              No
            </th>
            <th scope="col" className={classes['description']}>
              Description
            </th>
            <th scope="col" className={classes['end']}>
              Quantity
            </th>
            <th scope="col" className={`${classes['end'] ?? ''} ${classes['optional'] ?? ''}`}>
              Unit price
            </th>
            <th scope="col" className={classes['optional']}>
              VAT
            </th>
            <th scope="col" className={classes['end']}>
              Amount ({currency})
            </th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line, index) => (
            // Lines of a paper never change places.
            <tr key={index}>
              <td className={classes['optional']}>{index + 1}</td>
              <td className={classes['description']}>{line.description}</td>
              <td className={classes['end']}>
                <span className="lb-figures">{numberText(line.quantity)}</span>
              </td>
              <td className={`${classes['end'] ?? ''} ${classes['optional'] ?? ''}`}>
                <span className="lb-figures">{priceText(line.unitPrice, currency)}</span>
              </td>
              <td className={`${classes['optional'] ?? ''} lb-figures`}>{line.rate}</td>
              <td className={classes['end']}>
                <Money amount={line.net} currency={currency} column />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes['sums']}>
        <RateTable rates={props.byRate} currency={currency} />
        <table className={classes['totals']} aria-label={`Totals of the ${props.of ?? 'invoice'}`}>
          <tbody>
            <tr>
              <th scope="row">Without VAT</th>
              <td>
                <Money amount={props.net} currency={currency} />
              </td>
            </tr>
            <tr>
              <th scope="row">VAT</th>
              <td>
                <Money amount={props.vat} currency={currency} />
              </td>
            </tr>
            <tr className={classes['grand']}>
              <th scope="row">Total</th>
              <td>
                <Money amount={props.gross} currency={currency} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      {props.notes === '' ? null : <p className={classes['notes']}>{props.notes}</p>}
    </Sheet>
  );
}

function RateTable({ rates, currency }: { rates: readonly PaperRate[]; currency: string }) {
  return (
    <table className={classes['vat']}>
      <caption>VAT by rate</caption>
      <thead>
        <tr>
          <th scope="col">Rate</th>
          <th scope="col" className={classes['end']}>
            Value
          </th>
          <th scope="col" className={classes['end']}>
            VAT
          </th>
        </tr>
      </thead>
      <tbody>
        {rates.map((rate) => (
          <tr key={rate.rate}>
            <th scope="row">{rate.rate}</th>
            <td>
              <Money amount={rate.net} currency={currency} column />
            </td>
            <td>
              <Money amount={rate.vat} currency={currency} column />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The two dates and the reference, as both papers name them. */
export const paperFacts = (invoice: {
  number?: string | null;
  date: string;
  due_date: string | null;
  reference: string;
}): readonly (readonly [string, string | null])[] => [
  ['Number', invoice.number ?? null],
  ['Date', dayText(invoice.date)],
  ['Due', invoice.due_date === null ? null : dayText(invoice.due_date)],
  ['Reference', invoice.reference],
];
