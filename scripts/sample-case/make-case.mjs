import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { caseEntries } from './case-entries.mjs';
import { makeConversation } from './conversation.mjs';
import { incidents } from './incidents.mjs';
import { papers } from './papers.mjs';
import { excerptsShow, people } from './people.mjs';

const chatFile = 'WhatsApp Chat with Craig.txt';
const files = path.join(import.meta.dirname, '../../assets/sample-case/files');

/**
 * Writes the invented case as the program's loader reads it: `case.json`, the conversation and the documents.
 * Where a date has no EDTF here, the loader has it understood by the program itself.
 * @param {string} folder where to; replaced if it exists
 */
export function makeCase(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(files, folder, { recursive: true });
  const conversation = makeConversation();
  writeFileSync(path.join(folder, chatFile), conversation.text);
  const dated = (typed, edtf, time, approximate, basis) => ({ typed, edtf: edtf ?? '', timeOfDay: time ?? '', timeApproximate: approximate === true, basis: basis ?? null });
  writeFileSync(path.join(folder, 'case.json'), JSON.stringify({
    people,
    documents: papers.map(({ key, file, title, happened }) => ({ key, file, title, happened: dated(happened), note: '' })),
    conversations: [{ key: 'craig-chat', file: chatFile, title: 'Craig', dateOrder: 'dmy', meName: 'Mara', excerpts: conversation.excerpts.map(({ key, first, last }) => ({ key, first, last, shows: excerptsShow[key] })) }],
    incidents: incidents.map((incident) => ({
      key: incident.title,
      content: {
        title: incident.title, account: incident.account,
        happened: dated(incident.when, incident.edtf, incident.time, incident.approximate, incident.basis), learned: dated(''),
        where: incident.where, kinds: incident.kinds, people: incident.people.map(([person, part]) => ({ person, part })), ...incident.extra,
      },
      links: [...(incident.documents ?? []), ...(incident.excerpts ?? [])],
      amendments: (incident.amendments ?? []).map(({ reason, change }) => ({ reason, content: change })),
    })),
    caseEntries,
  }, null, 1));
}

if (process.argv[1] === import.meta.filename) makeCase(path.resolve(process.argv[2]));
