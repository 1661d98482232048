import type { PipeProgram } from '../../proving/pipe-program';
import type { Step, View } from './views';

const standsWithinMs = 20_000;

/** In the page: focuses what a step presses. Waits for it to be there, and for it to keep the keyboard. */
async function focusOn(step: Step, withinMs: number): Promise<string> {
  const named = (selector: string, name: string): HTMLElement | undefined => [...document.querySelectorAll<HTMLElement>(selector)].find((one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === name);
  const find = (): HTMLElement | null | undefined => {
    switch (step.press) {
      case 'place': return named('nav[aria-label="Places"] button', step.name);
      case 'page': return named('nav.view-tabs button', step.name);
      case 'button': return named('main button, [role=dialog] button, article button', step.name);
      case 'line': { const list = document.querySelector<HTMLElement>(`[role=listbox][aria-label="${step.list}"]`); return list?.querySelector('[role=option]') ? list : null; }
      case 'letter': return document.querySelector<HTMLElement>(`input[placeholder="${step.field}"]`);
    }
  };
  for (const until = performance.now() + withinMs; performance.now() < until;) {
    const found = find();
    found?.focus();
    // A page that is just opening may take the keyboard for itself.
    await new Promise((resolve) => setTimeout(resolve, 150));
    if (found?.isConnected === true && found === find() && found.contains(document.activeElement)) return '';
  }
  return 'not there';
}

/** In the page: resolves with the milliseconds from the next key press, by the clock of the key event, to the frame after the one in which the content stood there having been handed over for painting. */
function nextPress(stands: () => boolean, withinMs: number, loseMs: number): Promise<number> {
  return new Promise((resolve) => {
    setTimeout(resolve, 2 * withinMs, Number.MAX_SAFE_INTEGER);
    addEventListener('keydown', ({ timeStamp }) => {
      for (const until = performance.now() + loseMs; performance.now() < until;);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now() - timeStamp);
      const look = (): void => {
        // The message comes once the frame is through layout and paint.
        if (stands()) requestAnimationFrame(() => channel.port2.postMessage(0));
        else if (performance.now() - timeStamp > withinMs) resolve(Number.MAX_SAFE_INTEGER);
        else setTimeout(look, 0);
      };
      setTimeout(look, 0);
    }, { once: true, capture: true });
  });
}

async function reach(program: PipeProgram, step: Step): Promise<void> {
  const refused = await program.evaluate<string>(`(${focusOn.toString()})(${JSON.stringify(step)}, ${standsWithinMs})`);
  if (refused !== '') throw new Error(`${JSON.stringify(step)}: ${refused}`);
  if (step.press !== 'line') return;
  await program.press('Home');
  for (let down = 0; down < step.down; down += 1) await program.press('ArrowDown');
}

const keyOf = (step: Step): string => (step.press === 'letter' ? step.letter : 'Enter');

export async function take(program: PipeProgram, step: Step): Promise<void> {
  await reach(program, step);
  await program.press(keyOf(step));
}

/** Opens a view once, by its key: milliseconds from the press to its content painted. */
export async function timeView(program: PipeProgram, { name, through, step, stands }: View, loseMs: number): Promise<number> {
  for (const before of through) await take(program, before);
  await reach(program, step);
  // It listens before the key goes: input comes before everything else that waits for the page.
  await program.evaluate(`void (globalThis.painted = (${nextPress.toString()})(() => ${stands}, ${standsWithinMs}, ${loseMs}))`);
  await program.press(keyOf(step));
  const ms = await program.evaluate<number>('globalThis.painted');
  if (!(ms < standsWithinMs)) throw new Error(`${name} does not stand there`);
  return ms;
}
