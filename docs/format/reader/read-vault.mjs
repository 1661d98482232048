#!/usr/bin/env node
/**
 * Reads a Tidemark vault without Tidemark, following docs/FORMAT.md alone.
 *
 *   node docs/format/reader/read-vault.mjs <vault folder> [--evidence] [--seal-code=<printed code>] [--json] [--key-file=<file> | --shares]
 *   node docs/format/reader/read-vault.mjs --vectors
 *
 * The passphrase or recovery code is asked for (or is the first line of standard input), never given as an argument; with --shares each share
 * (or they are the lines of standard input).
 * Exit: 0 everything verifies; 1 something does not; 2 the vault was not read.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Damage, Findings, NotRead } from './damage.mjs';
import { readEvidence } from './evidence.mjs';
import { checkSealCode, readHistory, sealCode } from './history.mjs';
import { askSecret, askShares } from './passphrase.mjs';
import { asJson, asText } from './report.mjs';
import { secretsOf, secretsOfKeyFile, secretsOfShares } from './secrets.mjs';
import { readShare } from './shares.mjs';
import { checkVectors } from './vectors.mjs';
import { readVault } from './vault.mjs';

const usage = 'Usage: node read-vault.mjs <vault folder> [--evidence] [--seal-code=<printed code>] [--json] [--key-file=<file> | --shares]   or   node read-vault.mjs --vectors';

/** Everything that can be read of a vault, as the report needs it. */
async function examine(folder, secrets, { evidence, printedCode }) {
  const findings = new Findings();
  const result = { findings };
  await findings.attempt(async () => {
    const vault = await readVault(folder, secrets, findings);
    result.vault = vault;
    result.history = readHistory(vault.database, findings);
    if (!result.history) throw new Damage('The database has no history.');
    if (result.history.length > 0) result.sealCode = sealCode(vault.vaultId, result.history.at(-1));
    if (printedCode) await findings.attempt(() => findings.remarks.push(checkSealCode(vault.vaultId, result.history, printedCode)));
    if (evidence) result.evidence = await readEvidence(folder, vault, result.history, findings);
  });
  return result;
}

function secretsFrom({ keyFile, shares }) {
  if (keyFile !== undefined) return secretsOfKeyFile(keyFile);
  if (shares) return askShares((typed) => typed.length > 0 && typed.length >= readShare(typed[0], 1).needed).then(secretsOfShares);
  return askSecret().then(secretsOf);
}

async function readFolder(folder, { json, ...wanted }) {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw new NotRead(`There is no folder ${folder}.`);
  const result = await examine(folder, await secretsFrom(wanted), wanted);
  console.log(json ? asJson(result) : asText(result));
  return result.findings.damage.length === 0 ? 0 : 1;
}

async function readVectors() {
  const results = await checkVectors(join(import.meta.dirname, '..', 'vectors'));
  for (const { name, agrees } of results) console.log(`${agrees ? 'agrees' : 'DIFFERS'}  ${name}`);
  const differing = results.filter(({ agrees }) => !agrees).length;
  console.log(differing === 0 ? `All ${results.length} values agree.` : `${differing} of ${results.length} values differ.`);
  return differing === 0 ? 0 : 1;
}

async function main(words) {
  const options = { evidence: false, json: false, vectors: false, shares: false, keyFile: undefined, printedCode: undefined };
  const folders = [];
  for (const word of words) {
    if (['--evidence', '--json', '--vectors', '--shares'].includes(word)) options[word.slice(2)] = true;
    else if (word.startsWith('--seal-code=')) options.printedCode = word.slice('--seal-code='.length);
    else if (word.startsWith('--key-file=')) options.keyFile = word.slice('--key-file='.length);
    else if (word.startsWith('-')) throw new NotRead(`${word} is not known. ${usage}`);
    else folders.push(word);
  }
  if (options.vectors && folders.length === 0) return readVectors();
  if (options.vectors || folders.length !== 1 || (options.shares && options.keyFile !== undefined)) throw new NotRead(usage);
  return readFolder(folders[0], options);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof NotRead)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
