import { useCallback, useEffect, useState } from 'react';
import { dropDraft, readDraft, writeDraft } from '@/lib/drafts';
import { type DraftLine, type InvoiceDraft, isEmptyLine, linesMax, newLine } from './draft';

const isDraft = (value: unknown): value is InvoiceDraft =>
  typeof value === 'object' && value !== null && 'lines' in value && Array.isArray(value.lines) && 'reference' in value && 'date' in value;

export interface DraftEditing {
  readonly draft: InvoiceDraft;
  /** True when something was typed that would be missed. */
  readonly isDirty: boolean;
  /** True when the draft comes from before a reload or the end of a session. */
  readonly wasKept: boolean;
  readonly change: (part: Partial<Omit<InvoiceDraft, 'lines'>>) => void;
  readonly changeLine: (key: number, part: Partial<Omit<DraftLine, 'key'>>) => void;
  /** Adds a line at the end and returns its key; null when there are as many as may be. */
  readonly addLine: () => number | null;
  readonly removeLine: (key: number) => void;
  readonly insertLine: (line: DraftLine, index: number) => void;
  /** Forgets what was typed and begins anew. */
  readonly startOver: () => void;
  /** Forgets what is kept for later, when it is in Sage now. */
  readonly forget: () => void;
}

const nextKey = (lines: readonly DraftLine[]): number => Math.max(0, ...lines.map((line) => line.key)) + 1;

const isWorthKeeping = (draft: InvoiceDraft): boolean =>
  draft.customer !== null || draft.lines.length > 1 || draft.lines.some((line) => !isEmptyLine(line));

/** The invoice that is being typed; kept in the browser's tab at every change. */
export function useInvoiceDraft(key: string, begin: () => InvoiceDraft): DraftEditing {
  const [kept] = useState(() => {
    const value = readDraft(key);
    return isDraft(value) ? value : null;
  });
  const [draft, setDraft] = useState<InvoiceDraft>(() => kept ?? begin());
  const [wasKept, setWasKept] = useState(kept !== null);
  const isDirty = isWorthKeeping(draft);
  useEffect(() => {
    if (isDirty) writeDraft(key, draft);
    else dropDraft(key);
  }, [key, draft, isDirty]);

  const changeLines = useCallback(
    (make: (lines: readonly DraftLine[]) => readonly DraftLine[]) => setDraft((present) => ({ ...present, lines: make(present.lines) })),
    [],
  );
  return {
    draft,
    isDirty,
    wasKept,
    change: (part) => setDraft((present) => ({ ...present, ...part })),
    changeLine: (lineKey, part) => changeLines((lines) => lines.map((line) => (line.key === lineKey ? { ...line, ...part } : line))),
    addLine: () => {
      if (draft.lines.length >= linesMax) return null;
      const line = newLine(nextKey(draft.lines));
      changeLines((lines) => [...lines, line]);
      return line.key;
    },
    removeLine: (lineKey) =>
      changeLines((lines) => (lines.length > 1 ? lines.filter((line) => line.key !== lineKey) : [newLine(nextKey(lines))])),
    insertLine: (line, index) => changeLines((lines) => lines.toSpliced(index, 0, line)),
    startOver: () => {
      dropDraft(key);
      setWasKept(false);
      setDraft(begin());
    },
    forget: () => dropDraft(key),
  };
}
