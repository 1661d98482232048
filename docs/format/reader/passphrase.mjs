/** Asks for the passphrase, the recovery code or the shares: without showing it on a terminal, else the first line of standard input. */

/** Gives what was typed, without its line end. */
export async function askSecret(input = process.stdin, output = process.stderr) {
  if (!input.isTTY) return firstLine(input);
  output.write('Passphrase or recovery code: ');
  input.setRawMode(true);
  try {
    return await typedLine(input);
  } finally {
    input.setRawMode(false);
    input.pause();
    output.write('\n');
  }
}

/** Gives the shares that were typed, one after another until `isEnough` says so; or every line of standard input that is not empty. */
export async function askShares(isEnough, input = process.stdin, output = process.stderr) {
  if (!input.isTTY) return (await allLines(input)).filter((line) => line.trim() !== '');
  const shares = [];
  while (!isEnough(shares)) {
    output.write(`Share ${shares.length + 1}: `);
    input.setRawMode(true);
    try {
      shares.push(await typedLine(input));
    } finally {
      input.setRawMode(false);
      input.pause();
      output.write('\n');
    }
  }
  return shares;
}

async function allLines(input) {
  const parts = [];
  for await (const part of input) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8').split(/\r?\n/u);
}

async function firstLine(input) {
  const parts = [];
  for await (const part of input) {
    parts.push(Buffer.from(part));
    if (part.includes(10)) break;
  }
  return Buffer.concat(parts).toString('utf8').split('\n')[0].replace(/\r$/u, '');
}

/** Raw mode: the terminal shows nothing and edits nothing, so rubbing out and giving up are done here. */
function typedLine(input) {
  input.setEncoding('utf8');
  return new Promise((resolve) => {
    let typed = [];
    const onData = (text) => {
      for (const character of text) {
        if (character === '\r' || character === '\n') {
          input.off('data', onData);
          resolve(typed.join(''));
          return;
        }
        if (character === '\u0003' || character === '\u0004') process.exit(2);
        if (character === '\u007f' || character === '\b') typed.pop();
        else if (character === '\u0015') typed = [];
        else typed.push(character);
      }
    };
    input.on('data', onData);
    input.resume();
  });
}
