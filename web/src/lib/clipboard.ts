/** Copies text. A server on the local network without TLS gives pages no clipboard, so the older way stands in. */
export async function copyText(text: string): Promise<boolean> {
  // The types promise a clipboard that insecure pages do not have.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.className = 'lb-offscreen';
  document.body.append(area);
  area.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on a page without TLS
    return document.execCommand('copy');
  } finally {
    area.remove();
  }
}
