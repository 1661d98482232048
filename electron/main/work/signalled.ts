/** Something to wait for that another says: `come` resolves once `say` is called, with what is said; saying it again changes nothing. */
export function signalled<T = void>(): { readonly come: Promise<T>; readonly say: (said: T) => void } {
  let say: (said: T) => void = () => undefined;
  const come = new Promise<T>((resolve) => (say = resolve));
  return { come, say };
}
