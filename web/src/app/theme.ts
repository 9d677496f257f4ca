import {
  ActionIcon,
  Alert,
  Button,
  createTheme,
  type CSSVariablesResolver,
  Drawer,
  type MantineColorsTuple,
  Menu,
  Modal,
  NativeSelect,
  PasswordInput,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

const ledger: MantineColorsTuple = [
  '#eaf6ef',
  '#d5ecdf',
  '#abdabf',
  '#7fc79d',
  '#6fcf97',
  '#3f9f69',
  '#1b8350',
  '#0f6e40',
  '#0b5c35',
  '#064526',
];

const gray: MantineColorsTuple = [
  '#f6f7f6',
  '#eef0ee',
  '#e0e4e1',
  '#cfd5d1',
  '#b1b9b4',
  '#868f8a',
  '#59615c',
  '#434a46',
  '#2f3532',
  '#1c211e',
];

const dark: MantineColorsTuple = [
  '#e4e9e6',
  '#c3cac6',
  '#a3aca6',
  '#77807a',
  '#414844',
  '#2f3532',
  '#262b28',
  '#1b1f1d',
  '#141715',
  '#0e110f',
];

/** Colours of our own that both designs of the page need, beyond Mantine's. */
const light = {
  '--lb-page': '#f6f7f6',
  '--lb-surface': '#ffffff',
  '--lb-hover': '#f1f4f2',
  '--lb-line': '#dfe4e1',
  '--lb-line-strong': '#858e89',
  '--lb-text': '#1c211e',
  '--lb-quiet': '#59615c',
  '--lb-accent': '#0f6e40',
  '--lb-accent-soft': '#e3f2e9',
  '--lb-ok': '#0b6338',
  '--lb-ok-soft': '#e0f2e7',
  '--lb-wait': '#7a4b00',
  '--lb-wait-soft': '#fdf0d8',
  '--lb-run': '#1d4f91',
  '--lb-run-soft': '#e4eefb',
  '--lb-bad': '#a3222a',
  '--lb-bad-soft': '#fce9e9',
  '--lb-danger': '#b3303a',
  '--lb-still': '#4c5450',
  '--lb-still-soft': '#eceeed',
  '--lb-shadow': '0 1px 2px rgb(20 40 30 / 6%), 0 8px 24px rgb(20 40 30 / 8%)',
};

const night: typeof light = {
  '--lb-page': '#121513',
  '--lb-surface': '#1a1e1b',
  '--lb-hover': '#232825',
  '--lb-line': '#303632',
  '--lb-line-strong': '#7d8781',
  '--lb-text': '#e4e9e6',
  '--lb-quiet': '#a3aca6',
  '--lb-accent': '#6fcf97',
  '--lb-accent-soft': '#1d3327',
  '--lb-ok': '#7fdca6',
  '--lb-ok-soft': '#173325',
  '--lb-wait': '#f0c070',
  '--lb-wait-soft': '#38290f',
  '--lb-run': '#93bdf5',
  '--lb-run-soft': '#1a2c45',
  '--lb-bad': '#ff9d9d',
  '--lb-bad-soft': '#421d1f',
  '--lb-danger': '#c23f49',
  '--lb-still': '#bac2bd',
  '--lb-still-soft': '#2b302d',
  '--lb-shadow': '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 40%)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...light,
    '--mantine-color-body': light['--lb-surface'],
    '--mantine-color-text': light['--lb-text'],
    '--mantine-color-dimmed': light['--lb-quiet'],
    '--mantine-color-placeholder': '#6a736e',
    '--mantine-color-error': light['--lb-bad'],
    '--mantine-color-anchor': light['--lb-accent'],
    '--mantine-color-default-border': light['--lb-line-strong'],
  },
  dark: {
    ...night,
    '--mantine-color-body': night['--lb-surface'],
    '--mantine-color-text': night['--lb-text'],
    '--mantine-color-dimmed': night['--lb-quiet'],
    '--mantine-color-placeholder': '#949d97',
    '--mantine-color-error': night['--lb-bad'],
    '--mantine-color-anchor': night['--lb-accent'],
    '--mantine-color-default-border': night['--lb-line-strong'],
  },
});

const input = {
  size: 'sm',
  inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
};
const dialog = {
  // A dialog's head is no banner of the page; the library makes it a header element.
  attributes: { header: { role: 'presentation' } },
  radius: 'md',
  overlayProps: { backgroundOpacity: 0.45 },
  closeButtonProps: { 'aria-label': 'Close' },
  transitionProps: { duration: 0 },
};

export const theme = createTheme({
  colors: { ledger, gray, dark },
  primaryColor: 'ledger',
  // Dark enough for white words on a button in both designs.
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.4,
  black: '#1c211e',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.375rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: TextInput.extend({ defaultProps: input }),
    PasswordInput: PasswordInput.extend({ defaultProps: input }),
    NativeSelect: NativeSelect.extend({ defaultProps: input }),
    Textarea: Textarea.extend({ defaultProps: input }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } }),
    Modal: Modal.extend({ defaultProps: { ...dialog, centered: false, yOffset: '6vh' } }),
    Drawer: Drawer.extend({ defaultProps: dialog }),
    // The placeholder that takes the first focus is no entry, and nothing else may stand in a menu.
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false } }),
    Tooltip: Tooltip.extend({
      defaultProps: { events: { hover: true, focus: true, touch: true }, withArrow: true, transitionProps: { duration: 0 } },
    }),
    Alert: Alert.extend({ defaultProps: { variant: 'light' } }),
  },
});
