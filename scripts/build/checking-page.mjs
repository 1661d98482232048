import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Makes `check-this-bag.html`, the page that lies in every evidence bag: script and style within it, and a content policy that lets in these two, by their sums, and nothing else.
 * @param {string} root the project's folder
 * @param {string} target the file
 */
export async function buildCheckingPage(root, target) {
  const made = await build({
    root, configFile: false, publicDir: false, logLevel: 'warn',
    build: {
      write: false, target: ['chrome100', 'firefox100', 'safari15.4'], minify: true,
      lib: { entry: join(root, 'electron/checker/check-this-bag.ts'), formats: ['iife'], name: 'checkThisBag' },
    },
  });
  const [output] = /** @type {{ output: { type: string, code?: string }[] }[]} */ (Array.isArray(made) ? made : [made]);
  const script = (output?.output.find(({ type }) => type === 'chunk')?.code ?? '').trim();
  const style = readFileSync(join(root, 'electron/checker/check-this-bag.css'), 'utf8').trim();
  // In a script element nothing may look like its end.
  if (script === '' || /<\/script|<!--/i.test(script)) throw new Error('The checking page cannot be put together.');
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  const page = `<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n<title>Check this bag</title>\n<style>${style}</style>\n</head>\n<body>\n<noscript><p>This page needs JavaScript, which is switched off in this browser. HOW-TO-CHECK.txt beside it says how to check by hand.</p></noscript>\n<script>${script}</script>\n</body>\n</html>\n`;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, page);
}
