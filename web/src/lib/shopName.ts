/** A shop as people call it: its address without what every address has. */
export const shopName = (address: string): string => address.replace(/^https?:\/\//, '');
