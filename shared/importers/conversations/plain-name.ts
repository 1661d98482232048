/** A name by which somebody is known: the same person by the same words. Without marks and controls that are not seen, and with plain spaces; what joins letters and emoji stays. */
export function plainName(name: string): string {
  if (/^[ -~\u00a1-\u02ff]*$/.test(name)) return name.trim();
  return name.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').replace(/[\u00a0\u202f]/g, ' ').trim();
}
