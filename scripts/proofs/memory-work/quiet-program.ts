import { PipeProgram } from '../../proving/pipe-program';

/**
 * The program, driven so that the driving leaves nothing of what is planted in its memory: a command goes through the shell (Chromium's devtools
 * pipe), and copies of it would be found there afterwards. So what is planted travels written backwards, both ways; only the page writes it forwards.
 */
export class QuietProgram extends PipeProgram {
  /** Everything that must not be said forwards. */
  readonly planted = new Set<string>();

  /** As PipeProgram's; planted text may stand in it within string literals with double quotes, alone. */
  override async evaluate<T>(expression: string): Promise<T> {
    let quiet = expression;
    for (const text of this.planted) quiet = quiet.replaceAll(text, `"+turn("${turn(text)}")+"`);
    const said = await super.evaluate<string>(`((turn) => Promise.resolve(${quiet}).then((value) => value === undefined ? '' : turn(JSON.stringify(value))))(${turn.toString()})`);
    return (said === '' ? undefined : JSON.parse(turn(said))) as T;
  }

  override async type(text: string): Promise<void> {
    await this.evaluate(`document.execCommand('insertText', false, ${JSON.stringify(text)})`);
  }
}

/** Written the other way round. */
function turn(text: string): string {
  return [...text].reverse().join('');
}
