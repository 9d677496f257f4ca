import type { Schemas } from '@/lib/api';
import type { Contact, Reference, Role } from '@/lib/queries';

/** When every test happens: a Saturday noon in Johannesburg. */
export const testMoment = '2026-11-21T10:00:00Z';
export const today = '2026-11-21';

export const someSession = (role: Role = 'accountant'): Schemas['SessionResponse'] => ({
  first_run: false,
  setup_code_required: false,
  person: { id: 'per_1', name: 'Thandi Demo', email: 'thandi@example.org', two_factor_on: false },
  workspace: { id: 'wsp_1', name: 'Karoo', country: 'ZA', time_zone: 'Africa/Johannesburg' },
  role,
  workspaces: [],
});

export const someReference = (part: Partial<Reference> = {}): Reference => ({
  business: {
    id: 'biz_1',
    name: 'Karoo Trading (Pty) Ltd',
    country: 'ZA',
    currency: 'ZAR',
    connection_id: 'con_1',
    subscription_active: true,
    current: true,
  },
  read_at: testMoment,
  vat_registered: true,
  vat_number: '4220122222',
  address: '14 Church Street, Graaff-Reinet, 6280',
  books_start_on: '2025-01-01',
  customer_credit_days: 14,
  drafts: true,
  multi_currency: false,
  tax_rates: [
    { id: 'ZA_ZERO', name: 'Zero rated 0.00%', treatment: 'zero_rated', percentage: '0', treatment_certain: true },
    { id: 'ZA_STANDARD', name: 'Standard 15.00%', treatment: 'standard', percentage: '15.00', treatment_certain: true },
    { id: 'ZA_OLD', name: 'Old standard 14.00%', treatment: 'standard', percentage: '14', treatment_certain: true },
    { id: 'ZA_NO_VAT', name: 'No VAT', treatment: 'out_of_scope', percentage: '0', treatment_certain: true },
  ],
  ledger_accounts: [
    { id: 'acc_sales', name: 'Sales', nominal_code: 4000, for_sales: true },
    { id: 'acc_bank', name: 'Bank', nominal_code: 1200, for_sales: false },
  ],
  bank_accounts: [],
  currencies: [],
  countries: [{ id: 'ZA', name: 'South Africa (ZA)' }],
  payment_methods: [],
  document_states: [],
  ...part,
});

export const someContact = (part: Partial<Contact> = {}): Contact => ({
  id: 'c_baobab',
  name: 'Baobab Lodge (Pty) Ltd',
  kind: 'customer',
  reference: 'BAO001',
  vat_number: '4405608656',
  email: 'accounts@baobablodge.example',
  telephone: '',
  person_name: '',
  address: { line1: 'R40 Farm Road', line2: '', city: 'Hoedspruit', region: 'Limpopo', postal_code: '1380', country: 'ZA' },
  credit_days: null,
  currency: null,
  notes: '',
  balance: '4452.01',
  active: true,
  sage_url: null,
  read_at: testMoment,
  ...part,
});

export const someInvoice = (part: Partial<Schemas['InvoiceResponse']> = {}): Schemas['InvoiceResponse'] => ({
  id: 'inv_1',
  number: null,
  status: 'draft',
  contact_id: 'c_baobab',
  contact_name: 'Baobab Lodge (Pty) Ltd',
  reference: 'INV-1',
  date: today,
  due_date: '2026-12-21',
  currency: 'ZAR',
  net_amount: '100.00',
  vat_amount: '15.00',
  gross_amount: '115.00',
  outstanding_amount: '115.00',
  updated_at: testMoment,
  sage_url: null,
  ...part,
});

export const somePreview = (part: Partial<Schemas['PreviewResponse']> = {}): Schemas['PreviewResponse'] => ({
  preview_id: 'pre_1',
  status: 'preview',
  contact_id: 'c_baobab',
  reference: 'INV-1',
  date: today,
  due_date: '2026-12-21',
  notes: '',
  currency: 'ZAR',
  net_amount: '100.00',
  vat_amount: '15.00',
  gross_amount: '115.00',
  line_items: [
    {
      description: 'Consulting',
      quantity: '1',
      unit_price: '100.00',
      tax_rate_id: 'ZA_STANDARD',
      tax_rate_name: 'Standard 15.00%',
      vat_treatment: 'standard',
      vat_percentage: '15',
      ledger_account_id: 'acc_sales',
      ledger_account_name: 'Sales',
      net_amount: '100.00',
      vat_amount: '15.00',
      gross_amount: '115.00',
    },
  ],
  vat_by_rate: [{ treatment: 'standard', percentage: '15', net_amount: '100.00', vat_amount: '15.00', gross_amount: '115.00' }],
  supplier: { name: 'Karoo Trading (Pty) Ltd', address_lines: ['14 Church Street', 'ZA'], vat_number: '4220122222' },
  customer: { name: 'Baobab Lodge (Pty) Ltd', address_lines: ['R40 Farm Road'], vat_number: '4405608656' },
  tax_invoice: { kind: 'full', title: 'Tax invoice', missing: [] },
  as_draft: true,
  will_do: 'Stores a draft for R 115.00 in Karoo Trading (Pty) Ltd.',
  warnings: [],
  payload: {},
  ...part,
});

export const someOutcome = (part: Partial<Schemas['InvoiceOutcomeResponse']> = {}): Schemas['InvoiceOutcomeResponse'] => ({
  status: 'success',
  preview_id: 'pre_1',
  message: 'The draft was made.',
  next_attempt_at: null,
  id: 'inv_1',
  invoice: someInvoice(),
  ...part,
});
