/**
 * Brings the first field with a complaint into sight and puts the keyboard in it, once what was just said is drawn: a complaint
 * above the fold, after a press on a button below it, would look as if nothing had happened.
 */
export function focusFirstError(within: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const field = within?.querySelector<HTMLElement>('[data-invalid]');
    const control = field?.querySelector<HTMLElement>('input, textarea, button') ?? field;
    control?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'center' });
  });
}
