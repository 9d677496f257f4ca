import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconExternalLink, IconFileTypePdf, IconFileInvoice } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { announce } from '@/lib/announce';
import { copyText } from '@/lib/clipboard';
import { MomentText } from '@/ui/Moment';
import type { Invoice } from './queries';
import { pdfAddress } from './pdf';
import { nameOf } from './words';

/** What can be done with a row without opening it. */
export function InvoiceRowMenu({ invoice }: { invoice: Invoice }) {
  const copy = async () => {
    const copied = await copyText(invoice.reference);
    announce(copied ? `Copied ${invoice.reference}.` : 'The reference could not be copied.');
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="md" aria-label={`Actions for ${nameOf(invoice)}`}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {invoice.fresh_at ? (
          <Menu.Label>
            As in Sage <MomentText instant={invoice.fresh_at} focusable={false} />
          </Menu.Label>
        ) : null}
        <Menu.Item
          renderRoot={(props) => <Link to="/invoices/$id" params={{ id: invoice.id }} {...props} />}
          leftSection={<IconFileInvoice size={16} aria-hidden />}
        >
          Open
        </Menu.Item>
        <Menu.Item
          component="a"
          href={pdfAddress(invoice.id)}
          target="_blank"
          rel="noopener"
          leftSection={<IconFileTypePdf size={16} aria-hidden />}
        >
          PDF
        </Menu.Item>
        {invoice.sage_url ? (
          <Menu.Item
            component="a"
            href={invoice.sage_url}
            target="_blank"
            rel="noopener noreferrer"
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            Open in Sage
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void copy()}>
          Copy reference
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
