#!/usr/bin/env node
// Checks every import against the arrows of the house (scripts/architecture/rules.mjs).
import { join } from 'node:path';
import { findForbiddenImports } from './architecture/cruise.mjs';

const found = await findForbiddenImports(join(import.meta.dirname, '..'));
for (const { rule, from, to, comment } of found) console.error(`${rule}: ${from}${to === from ? '' : ` → ${to}`}\n  ${comment}`);
if (found.length) process.exit(1);
console.error('architecture: every arrow holds');
