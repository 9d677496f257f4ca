import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { queryOptions } from '@tanstack/react-query';
import { type Contact, contactsQuery } from '@/lib/queries';
import { type Choice, Picker } from '@/ui/Picker';

const shownMax = 20;

const detailOf = (contact: Contact): string =>
  [contact.reference, contact.address.city, contact.vat_number === '' ? '' : `VAT ${contact.vat_number}`].filter(Boolean).join(' · ');

export interface FoundCustomer extends Choice {
  readonly contact: Contact;
}

const findCustomers = (search: string) =>
  queryOptions({
    ...contactsQuery({ search, kind: 'customer', skip: 0, limit: shownMax }),
    select: (page): readonly FoundCustomer[] =>
      page.contacts.map((contact) => ({ id: contact.id, name: contact.name, detail: detailOf(contact), contact })),
  });

interface CustomerPickerProps {
  id: string;
  chosen: Choice | null;
  onChoose: (customer: Contact | null) => void;
  label?: string;
  placeholder?: string;
  error?: string | undefined;
  testId?: string;
  /** Offers to make a new one, with the name that was typed. */
  onCreate?: (name: string) => void;
}

/** Finds a customer by words of name, reference or e-mail. */
export function CustomerPicker({ onChoose, onCreate, testId, label = 'Customer', ...rest }: CustomerPickerProps) {
  return (
    <Picker
      {...rest}
      label={label}
      data-testid={testId}
      onChoose={(choice) => onChoose(choice ? (choice as FoundCustomer).contact : null)}
      find={findCustomers}
      nothing="No customer has these words."
      footer={
        onCreate
          ? (search, close) => (
              <Button
                variant="subtle"
                fullWidth
                justify="flex-start"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => {
                  close();
                  onCreate(search);
                }}
              >
                {search.trim() === '' ? 'New customer' : `New customer “${search.trim()}”`}
              </Button>
            )
          : undefined
      }
    />
  );
}
