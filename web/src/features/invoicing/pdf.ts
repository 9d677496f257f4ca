/** Where the browser finds the invoice as Sage prints it. */
export const pdfAddress = (id: string): string => `/api/sage/sales_invoices/${encodeURIComponent(id)}/pdf`;
