/** What a person has typed and not sent yet: it outlives a reload and the end of a session, and dies with the browser's tab. */
const prefix = 'ledgerbridge:draft:';

export function readDraft(key: string): unknown {
  try {
    const text = sessionStorage.getItem(prefix + key);
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    // Storage may be switched off or hold something else; then there is no draft.
    return null;
  }
}

export function writeDraft(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Storage is full or switched off; the form itself still holds everything.
  }
}

export function dropDraft(key: string): void {
  try {
    sessionStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept, so nothing needs to go.
  }
}

/** Forgets everything that was typed, when a person signs out. */
export function dropAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(prefix)) sessionStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
}
