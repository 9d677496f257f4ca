/**
 * Makes the Idempotency-Key of a form: the same while the same is sent again, so that a lost answer does not make a second document, and a
 * new one as soon as something else is sent.
 */
export function requestKeys(): (body: unknown) => string {
  let last: { readonly body: string; readonly key: string } | null = null;
  return (body) => {
    const text = JSON.stringify(body);
    last = last?.body === text ? last : { body: text, key: randomKey() };
    return last.key;
  };
}

const randomKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
