import { saveWhole } from '../save-whole';

/** A program of its own: writes the first half of a file, says so, then ends by itself (`exit`) or waits to be killed. */
const [place = '', ending] = process.argv.slice(2);

async function* pieces(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('the first half');
  process.stdout.write('half');
  if (ending === 'exit') process.exit(1);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
}

void saveWhole(pieces(), place, async () => undefined);
