import { readText } from '../../../shared/importers/bytes/charsets';
import { decodeWords } from '../../../shared/importers/mail/encoded-words';
import { readStructure } from '../../../shared/importers/mail/structure';
import { decodeWhole } from '../../../shared/importers/mail/transfer-encodings';
import { type FileToLookInto, type Looking, placeIn } from './looking';

/** Headers that name the computers a mail came by. */
const ofDevices = /^(?:x-mailer|user-agent|x-originating-ip|x-client-ip|x-source-ip)$/i;

/** A mail: every header of it and of its parts, decoded; its texts; what is attached, each for itself. */
export async function lookIntoMail({ path, bytes }: FileToLookInto, looking: Looking): Promise<void> {
  const { fields, leaves } = readStructure(bytes, 0, bytes.length);
  const whole = leaves.flatMap((leaf) => leaf.fields);
  for (const { name, body, raw } of new Set([...fields, ...whole])) {
    const decoded = decodeWords(body).text;
    looking.say(placeIn(path, 'mail-header', name), decoded === body ? body : `${decoded}\n${raw}`);
    if (ofDevices.test(name) && body.trim() !== '') looking.claim('device', placeIn(path, 'mail-header', name), decoded);
  }
  for (const leaf of leaves) {
    const inside = decodeWhole(bytes.subarray(leaf.bodyStart, leaf.bodyEnd), leaf.encoding).bytes;
    const name = decodeWords(leaf.disposition.parameters.get('filename') ?? leaf.content.parameters.get('name') ?? '').text;
    if (!looking.mayUnpack(inside.length)) looking.claim('not-looked-into', placeIn([...path, name || leaf.number], 'bytes'), name);
    else if (name === '' && leaf.type === 'text/plain') looking.say(placeIn(path, 'mail-text'), readText(inside, leaf.content.parameters.get('charset') ?? '').text);
    else {
      if (name !== '') looking.say(placeIn([...path, name], 'file-name'), name);
      await looking.lookInto({ path: [...path, name || leaf.number], mediaType: leaf.type, bytes: inside });
    }
  }
}
