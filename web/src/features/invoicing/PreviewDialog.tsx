import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconPrinter } from '@tabler/icons-react';
import { moneyText } from '@/lib/money';
import { JsonText } from '@/ui/JsonText';
import { printPaper } from '@/ui/print';
import { Missing } from './Missing';
import { Paper, paperFacts } from './Paper';
import classes from './PreviewDialog.module.css';
import type { Preview } from './queries';
import { rateWords, shortRateWords } from './words';

interface PreviewDialogProps {
  preview: Preview;
  onConfirm: () => void;
  onClose: () => void;
}

/** What the check of a tax invoice found, in words for the kind of document. */
function fineWords(kind: Preview['tax_invoice']['kind']): string {
  switch (kind) {
    case 'full':
      return 'Nothing is missing for a full tax invoice.';
    case 'abridged':
      return 'Nothing is missing. Up to R 5,000.00 an abridged tax invoice will do.';
    case 'not_needed':
      return 'Up to R 50.00 no tax invoice is needed; this is a valid one all the same.';
    case 'not_a_vendor':
      return 'This business is not registered for VAT, so it is an invoice and not a tax invoice.';
    default:
      return 'These books are not South African. Their own country’s rules are not checked here.';
  }
}

/** The invoice as paper, and beside it in words what confirming does. */
export function PreviewDialog({ preview, onConfirm, onClose }: PreviewDialogProps) {
  const fullScreen = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const total = moneyText(preview.gross_amount, preview.currency);
  return (
    <Modal opened onClose={onClose} title="Preview" size={1080} fullScreen={fullScreen}>
      <div className={classes['body']} data-testid="preview">
        <Paper
          title={preview.tax_invoice.title}
          state={preview.as_draft ? 'Will be a draft: not booked until it is released' : undefined}
          facts={paperFacts(preview)}
          supplier={partyOf(preview.supplier)}
          customer={partyOf(preview.customer)}
          currency={preview.currency}
          lines={preview.line_items.map((line) => ({
            description: line.description,
            quantity: line.quantity,
            unitPrice: line.unit_price,
            rate: shortRateWords(line.vat_treatment, line.vat_percentage),
            net: line.net_amount,
          }))}
          byRate={preview.vat_by_rate.map((rate) => ({
            rate: rateWords(rate.treatment, rate.percentage),
            net: rate.net_amount,
            vat: rate.vat_amount,
          }))}
          net={preview.net_amount}
          vat={preview.vat_amount}
          gross={preview.gross_amount}
          notes={preview.notes}
        />
        <div className={classes['aside']}>
          <section>
            <h3>What will happen</h3>
            <p>{preview.will_do}</p>
          </section>
          {preview.warnings.length > 0 ? (
            <section>
              <h3>Look at this first</h3>
              <ul className={classes['warnings']}>
                {preview.warnings.map((warning) => (
                  <li key={warning}>
                    <IconAlertTriangle size={16} aria-hidden />
                    <span>{warning}</span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <section>
            <h3>For a valid tax invoice</h3>
            <Missing gaps={preview.tax_invoice.missing} fine={fineWords(preview.tax_invoice.kind)} />
          </section>
          <details className={classes['payload']}>
            <summary>Exactly what Sage gets</summary>
            <JsonText value={preview.payload} label="Request to Sage" />
          </details>
          <div className={classes['buttons']}>
            <Button onClick={onConfirm} data-testid="confirm-button" data-autofocus>
              {preview.as_draft ? `Create draft for ${total}` : `Book invoice for ${total}`}
            </Button>
            <Button variant="default" onClick={onClose}>
              Back to the invoice
            </Button>
            <Button variant="subtle" leftSection={<IconPrinter size={16} aria-hidden />} onClick={printPaper}>
              Print
            </Button>
          </div>
        </div>
      </div>
    </Modal>
  );
}

const partyOf = (party: Preview['supplier']) => ({ name: party.name, addressLines: party.address_lines, vatNumber: party.vat_number });
