import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

interface SearchFieldProps {
  label: string;
  /** What the address holds. */
  value: string;
  onSearch: (text: string) => void;
}

const typingPause = 300;

/** Searches a list while one types; `/` jumps here from anywhere on the screen. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The address changed by other means (Back, Clear filters): the field follows.
  if (value !== shown) {
    setShown(value);
    setTyped(value);
  }
  const search = (text: string) => {
    setShown(text);
    onSearch(text);
  };
  return (
    <TextInput
      type="search"
      label={label}
      value={typed}
      data-list-search
      leftSection={<IconSearch size={16} aria-hidden />}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => search(text.trim()), typingPause);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        clearTimeout(timer.current);
        search(typed.trim());
      }}
    />
  );
}
