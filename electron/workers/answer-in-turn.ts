interface ParentPort {
  on(event: 'message', listener: (message: { data: { id: number; request: unknown } }) => void): void;
  postMessage(message: unknown): void;
}

/** Answers what the shell asks this process, one question at a time and in their order; `broke` where an answer threw. */
export function answerInTurn<Answer extends { gave: string }>(answer: (request: unknown) => Promise<Answer>): void {
  const port = (process as unknown as { parentPort: ParentPort }).parentPort;
  let turn: Promise<void> = Promise.resolve();
  port.on('message', ({ data: { id, request } }) => {
    turn = turn.then(async () => {
      const said = await answer(request).catch(() => ({ gave: 'broke' as const }));
      port.postMessage({ id, answer: said });
    });
  });
}
