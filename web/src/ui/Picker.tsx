import { CloseButton, Combobox, TextInput, type TextInputProps, useCombobox } from '@mantine/core';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';
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
  const { data, error, isFetching, isPlaceholderData } = useQuery({ ...find(searched), enabled: opened });
  // Only what was found for the present text may be chosen by Enter, never what was found for the text before.
  const choices = searched === search && !isPlaceholderData ? data : undefined;
  const entered = useRef(false);
  const choose = (choice: Choice | null) => {
    entered.current = false;
    onChoose(choice);
    setTyped(null);
    combobox.closeDropdown();
  };
  useEffect(() => {
    if (!opened || !choices || search === '') return;
    if (entered.current && choices[0]) choose(choices[0]);
    else if (choices.length > 0) combobox.selectFirstOption();
    entered.current = false;
    // The store and what is made from it are new on every rendering; what matters is the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [choices, opened, search]);

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
            entered.current = false;
            combobox.openDropdown();
          }}
          onKeyDownCapture={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || !opened || (choices && choices.length > 0)) return;
            // Whoever types and presses Enter at once means the first one found; and never to send the form.
            entered.current = choices === undefined && search !== '';
            event.preventDefault();
            event.stopPropagation();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            entered.current = false;
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
