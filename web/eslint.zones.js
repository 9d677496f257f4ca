// Who may import whom: app -> features -> ui, lib; ui -> lib; a feature never another one; the network only through lib.
// Imports within one folder are relative ('./x'), all others begin with '@/', so that a rule about text is enough.

const features = [
  'connections',
  'invoicing',
  'contacts',
  'mirror',
  'stores',
  'runs',
  'alerts',
  'audit',
  'settings',
  'people',
  'overview',
  'completeness',
];

/**
 * @param {string} folder
 * @param {string[]} forbidden
 * @param {string} message
 * @returns {import('eslint').Linter.Config}
 */
const zone = (folder, forbidden, message) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: forbidden, message },
          { group: ['../**'], message: 'Write imports from another folder with @/.' },
        ],
      },
    ],
  },
});

const callTheApi = 'Call the API through @/lib/api.';

/** @type {import('eslint').Linter.Config[]} */
export const zones = [
  zone('lib', ['@/app/**', '@/features/**', '@/ui/**'], 'lib knows nobody.'),
  zone('ui', ['@/app/**', '@/features/**'], 'ui knows lib only.'),
  ...features.map((feature) =>
    zone(`features/${feature}`, ['@/app/**', '@/features/**'], 'A feature knows ui and lib; the app puts features together.'),
  ),
  {
    files: ['src/{app,features,ui}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({ name, message: callTheApi })),
      ],
    },
  },
];
