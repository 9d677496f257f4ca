/** The countries a workspace can be for. The API lists them only to people who are signed in, and the first person is not. */
export const countries = [
  { value: 'ZA', label: 'South Africa' },
  { value: 'GB', label: 'United Kingdom' },
  { value: 'IE', label: 'Ireland' },
  { value: 'CA', label: 'Canada' },
  { value: 'US', label: 'United States' },
  { value: 'FR', label: 'France' },
  { value: 'ES', label: 'Spain' },
  { value: 'DE', label: 'Germany' },
] as const;
