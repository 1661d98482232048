import { createVaultService } from '../../electron/vault/calls/service';

// The vault's process as electron/vault/entry.ts makes it, over Node's own channel. The one argument: how many milliseconds to lose at each part (`--break`).
const lostMs = Number(process.argv[2] ?? 0);
const service = createVaultService(() => undefined);

process.on('message', (asked: { id: number; call: string; input: unknown }) => {
  if (asked.call === 'memory') return void process.send?.({ id: asked.id, result: { ok: true, value: process.resourceUsage().maxRSS / 1024 } });
  if (asked.call === 'imports.addParts') for (const until = performance.now() + lostMs; performance.now() < until;);
  void service.handle(asked.call, asked.input).then((result) => process.send?.({ id: asked.id, result }));
});
process.on('disconnect', () => process.exit(0));
