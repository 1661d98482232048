import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withoutDrawingsTwice } from './without-drawings-twice.mjs';

/** The whole face, as its package has it and as stylesheets of the window name it: its slices hold drawings as SVG alone, which Chromium does not draw. */
export const emojiFaceOfPackage = '@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff';

const folder = 'out/assets/fonts/noto-color-emoji';
const stylesheet = `@font-face {
  font-family: 'Noto Color Emoji';
  src: url(./files/noto-color-emoji-400.woff) format('woff');
}
`;

/**
 * Writes the face of emoji, each drawing once, and the stylesheet that names it for the print window. Throws when the package no longer holds it.
 * @param {string} root the project's folder
 * @param {string} target the folder that gets out/
 * @returns {string} the face's path
 */
export function makeEmojiFace(root, target) {
  const face = join(target, folder, 'files/noto-color-emoji-400.woff');
  mkdirSync(dirname(face), { recursive: true });
  writeFileSync(face, withoutDrawingsTwice(readFileSync(join(root, 'node_modules', emojiFaceOfPackage))));
  writeFileSync(join(target, folder, '400.css'), stylesheet);
  return face;
}
