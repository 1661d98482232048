/** A name as it is compared: without accents, in small letters, single spaces, so that "José  Peña" and "jose pena" are one. */
export const foldName = (text: string): string => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/\s+/g, ' ').trim();
