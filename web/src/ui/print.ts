const onlyPaper = 'lb-print-paper';

/** Prints the paper on the screen and nothing around it. */
export function printPaper(): void {
  document.body.classList.add(onlyPaper);
  window.addEventListener('afterprint', () => document.body.classList.remove(onlyPaper), { once: true });
  window.print();
}
