/** Something to wait for that another says: `come` resolves once `say` is called; saying it again changes nothing. */
export function signalled(): { readonly come: Promise<void>; readonly say: () => void } {
  let say: () => void = () => undefined;
  const come = new Promise<void>((resolve) => (say = resolve));
  return { come, say };
}
