import { CloseButton, Combobox, TextInput, type TextInputProps, useCombobox } from '@mantine/core';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { asProblem } from '@/lib/problem';
import classes from './Picker.module.css';

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** A second line, such as town and VAT number. */
  readonly detail?: string;
}

interface PickerProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  chosen: Choice | null;
  onChoose: (choice: Choice | null) => void;
  /** Finds choices for what was typed; empty for all. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a query's key and cached type do not matter here, only what it selects
  find: (search: string) => UseQueryOptions<any, Error, readonly Choice[], any>;
  /** What stands below the choices, such as a button to make a new one. */
  footer?: (search: string, close: () => void) => ReactNode;
  /** What is said when nothing was found. */
  nothing: string;
}

const typingPause = 150;

/** A field that finds while one types. Arrow keys and Enter choose; leaving it without choosing puts the chosen one back. */
export function Picker({ chosen, onChoose, find, footer, nothing, ...input }: PickerProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const search = typed ?? '';
  const [searched] = useDebouncedValue(search, typingPause);
  const opened = combobox.dropdownOpened;
  const { data, error, isFetching } = useQuery({ ...find(searched), enabled: opened });
  const choices = searched === search ? data : undefined;
  useEffect(() => {
    if (opened && choices && choices.length > 0 && search !== '') combobox.selectFirstOption();
    // The store is a new object on every rendering; what matters is the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [choices, opened, search]);

  const choose = (choice: Choice | null) => {
    onChoose(choice);
    setTyped(null);
    combobox.closeDropdown();
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => choose(data?.find((choice) => choice.id === id) ?? null)}
      transitionProps={{ duration: 0 }}
      shadow="md"
    >
      <Combobox.Target withExpandedAttribute autoComplete="off">
        <TextInput
          {...input}
          value={typed ?? chosen?.name ?? ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            if (typed === '') onChoose(null);
            setTyped(null);
            combobox.closeDropdown();
          }}
          rightSection={
            chosen ? (
              <CloseButton
                size="sm"
                aria-label={`${typeof input.label === 'string' ? input.label : 'Choice'}: clear`}
                onClick={() => choose(null)}
              />
            ) : null
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options
          mah={320}
          className={classes['options'] ?? ''}
          aria-label={typeof input.label === 'string' ? input.label : undefined}
        >
          {choices?.map((choice) => (
            <Combobox.Option key={choice.id} value={choice.id} active={choice.id === chosen?.id}>
              <span className={classes['option']}>
                <span>{choice.name}</span>
                {choice.detail ? <span className={classes['detail']}>{choice.detail}</span> : null}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {choices?.length === 0 ? <div className={classes['message']}>{nothing}</div> : null}
        {error ? <div className={classes['message']}>{asProblem(error).message}</div> : null}
        {!choices && !error && isFetching ? <div className={classes['message']}>Looking…</div> : null}
        {footer ? (
          // Pressing inside the list must not take the focus away from the field, which would close it.
          <div className={classes['footer']} onMouseDown={(event) => event.preventDefault()}>
            {footer(search, () => combobox.closeDropdown())}
          </div>
        ) : null}
      </Combobox.Dropdown>
    </Combobox>
  );
}
