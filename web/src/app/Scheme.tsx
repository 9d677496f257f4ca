import { ActionIcon, type MantineColorScheme, Menu, NativeSelect, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

const schemes = [
  { value: 'auto', word: 'Like the system', icon: IconDeviceDesktop },
  { value: 'light', word: 'Light', icon: IconSun },
  { value: 'dark', word: 'Dark', icon: IconMoon },
] as const;

const isScheme = (value: string): value is MantineColorScheme => schemes.some((scheme) => scheme.value === value);

/** Light, dark, or as the system has it. */
export function SchemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Picture = schemes.find((scheme) => scheme.value === colorScheme)?.icon ?? IconDeviceDesktop;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label="Light or dark">
          <ActionIcon aria-label="Light or dark">
            <Picture size={20} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ value, word, icon: Own }) => (
          <Menu.Item
            key={value}
            leftSection={<Own size={16} aria-hidden />}
            rightSection={value === colorScheme ? <IconCheck size={16} aria-label="chosen" /> : null}
            onClick={() => setColorScheme(value)}
          >
            {word}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The same for the drawer of a narrow screen. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      label="Light or dark"
      value={colorScheme}
      data={schemes.map(({ value, word }) => ({ value, label: word }))}
      onChange={({ currentTarget: { value } }) => (isScheme(value) ? setColorScheme(value) : undefined)}
    />
  );
}
