import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PipeProgram } from '../proving/pipe-program';
import { writePlantedFiles } from '../proving/planted-files';
import { writePlantedSources } from '../proving/planted-sources';
import type { Proof, ProofContext, ProofResult } from '../proving/proof';
import { takeWholeJourney } from '../proving/whole-journey';
import { tryToReachOut } from './silence/attempts';

export const proof: Proof = {
  catches: 'Any process of the program that connects, binds or sends on an internet socket during a whole journey through everything it takes in, even while its pages try to in every way known.',
  breaks: 'Starts the program with the inspector of Node, which binds an internet socket.',
  drivesProgram: true,
  run,
};

/** A name, an address of documentation (RFC 5737) and this computer: names are refused elsewhere than addresses. */
const hosts = ['outside.example', '192.0.2.1', '127.0.0.1:9'];
const attempts = `(${tryToReachOut.toString()})(${JSON.stringify(hosts)})`;

/** The windows nobody sees, in which an export's pictures, damaged PDFs and pages are made. Another reads words off pictures. */
const hiddenOfExport = ['picture', 'pages', 'part'];
const hidden = ['ocr', ...hiddenOfExport];

/** Of the calls on sockets, those that reach out or can be reached. Opening and closing a socket (Chromium asks it for interface names) is neither. */
const reaching = /^(?:\[pid +\d+\] |\d+ +)?(connect|bind|listen|sendto|sendmsg|sendmmsg|accept4?)\(.*\bAF_INET6?\b/;
/** The same, said by the decoded descriptor (strace -yy). */
const onInternetDescriptor = /^(?:\[pid +\d+\] |\d+ +)?(connect|bind|listen|sendto|sendmsg|sendmmsg)\(\d+<(?:TCP|UDP|UDPLITE|RAW|ICMP)/;

async function run(context: ProofContext): Promise<ProofResult> {
  const { scratch, say } = context;
  const { dist, launcher } = await context.ready();
  const display = await context.display();
  const trace = join(scratch, 'trace');
  for (const folder of ['home', 'tmp', 'run', 'settings']) mkdirSync(join(scratch, folder), { recursive: true, mode: 0o700 });
  const plant = (label: string): string => `planted ${label}`;
  const files = writePlantedFiles(join(scratch, 'in'), join(context.appFolder, 'out/assets/sample-case'), plant);
  const held = { sources: writePlantedSources(join(scratch, 'in/held'), join(context.root, 'electron/workers/read-document/pictures/samples'), plant), pictureFile: join(scratch, 'in/drawn words.png') };
  const answersFile = join(scratch, 'answers.json');
  const program = new PipeProgram({
    launcher,
    appFolder: context.appFolder,
    before: ['strace', '-A', '-f', '-qq', '-yy', '-e', 'signal=none', '-e', 'trace=%network', '-o', trace],
    switches: context.isBroken ? ['--inspect=127.0.0.1:0'] : [],
    env: {
      ...display.env, ELECTRON_DIST: dist, HOME: join(scratch, 'home'), TMPDIR: join(scratch, 'tmp'), XDG_RUNTIME_DIR: join(scratch, 'run'),
      TIDEMARK_TEST: '1', TIDEMARK_USER_DATA: join(scratch, 'settings'), TIDEMARK_DIALOG_ANSWERS: answersFile, TIDEMARK_QUICK_KDF: context.isSmall ? '1' : '',
    },
  });
  const hiddenPages = new Set<string>();
  let worldsTried = 0;
  let waysTried = 0;
  const whileOpen = async ({ exportAgain, readAgain }: { exportAgain: () => Promise<void>; readAgain: () => Promise<void> }) => {
    say('pages that were taken over try every way out: the hidden ones, then the window');
    const ruin = (page: string): Promise<void> => program.watchPages(`print://page/${page}`, async (_url, worlds) => {
      hiddenPages.add(page);
      worldsTried += worlds.length;
      await Promise.all(worlds.map((run) => run(attempts)));
    });
    await ruin('ocr');
    await readAgain();
    await until(() => hiddenPages.has('ocr'), 60_000);
    // One kind at a time: an export whose pages were ruined ends there.
    for (const page of hiddenOfExport) {
      await ruin(page);
      await exportAgain();
    }
    waysTried = (await program.evaluate<string[]>(attempts)).length;
  };
  // What is broken shows in the first steps.
  const isShort = context.isSmall && context.isBroken;
  const { steps, exportedPages } = await takeWholeJourney({ isShort, program, files, held, answersFile, exportFile: join(scratch, 'export.pdf'), plant, say, ...(!isShort && { whileOpen }) });
  // A last half-minute in which nobody does anything: what wakes up by itself shows then.
  await new Promise((resolve) => setTimeout(resolve, context.isSmall ? 1000 : 30_000));
  await program.end();

  const seen = { socketCalls: 0, internetSockets: 0 };
  const reached: string[] = [];
  for await (const line of createInterface({ input: createReadStream(trace) })) {
    seen.socketCalls++;
    if (/\bsocket\(AF_INET/.test(line)) seen.internetSockets++;
    // Netlink answers name addresses without reaching any.
    if (line.includes('<NETLINK')) continue;
    if (reaching.test(line) || onInternetDescriptor.test(line)) reached.push(line);
  }
  const failures = [...reached.slice(0, 20).map((line) => line.slice(0, 200)), ...(isShort || existsSync(join(scratch, 'export.pdf')) ? [] : ['the journey left no export'])];
  const without = context.isSmall || context.isBroken ? null : await runJourneysWithoutNetwork(context);
  if (without !== null && (without.failed > 0 || without.passed === 0)) failures.push(`without a network ${without.failed} journeys failed and ${without.passed} passed`);
  if (!isShort && waysTried === 0) failures.push('nothing was tried in the window');
  for (const page of hidden) if (!isShort && !hiddenPages.has(page)) failures.push(`nothing was tried in print://page/${page}`);
  if (seen.socketCalls < 100) failures.push(`only ${seen.socketCalls} calls were traced: the tracer saw nothing`);
  return { ok: failures.length === 0, figures: { journeySteps: steps, exportedPages, waysOutTried: waysTried, hiddenPagesTried: hiddenPages.size, worldsTried, tracedSocketCalls: seen.socketCalls, internetSocketsOpened: seen.internetSockets, reachedOut: reached.length, journeysWithoutNetwork: without?.passed ?? 0 }, failures };
}

/** Resolves when it is so, or at last all the same: what is missing is told in the result. */
async function until(isSo: () => boolean, mostMs: number): Promise<void> {
  for (const lateAt = Date.now() + mostMs; !isSo() && Date.now() < lateAt;) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** The whole end-to-end suite in a network namespace that holds nothing but its own loopback (over which Playwright drives). */
async function runJourneysWithoutNetwork({ root, appFolder, scratch, say }: ProofContext): Promise<{ passed: number; failed: number }> {
  say('every journey of e2e/ is taken in a network namespace without a network');
  const report = join(scratch, 'journeys.json');
  const inNamespace = ['--user', '--map-root-user', '--net', '--', 'sh', '-c', 'ip link set lo up; exec "$@"', '--'];
  const suite = spawn('unshare', [...inNamespace, process.execPath, join(root, 'scripts/test-e2e.mjs'), '--output', join(scratch, 'journeys')], {
    cwd: root, stdio: 'ignore', env: { ...process.env, TIDEMARK_APP: appFolder, TIDEMARK_E2E_REPORT: report },
  });
  await new Promise((resolve) => suite.once('exit', resolve));
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number }; suites: { specs: { title: string; ok: boolean }[] }[] };
  for (const { title, ok } of suites.flatMap((file) => file.specs)) if (!ok) say(`not without a network: ${title}`);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
