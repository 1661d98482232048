import { sourceOf } from '../read-document/byte-source';
import { readPictureDetails } from '../read-document/pictures/picture-details';
import { readRecordingDetails } from '../read-document/recordings/recording-details';
import { type FileToLookInto, type Looking, placeIn } from './looking';
import { textInBytes } from './plain-bytes';

const ofAuthors = /artist|author|creator|by-?line|owner|copyright|credit|contact/i;
/** Programs name themselves so; it is nobody's name. */
const noNames = /^(?:|unknown|none|null)$/i;

/** What a picture says of itself, where and with what it was made and by whom; the words on it a machine must read. `isRead` false: its page is read as a whole. */
export async function lookIntoPicture({ path, mediaType, bytes }: FileToLookInto, looking: Looking, isRead = true): Promise<void> {
  const { details } = await readPictureDetails(sourceOf(bytes), mediaType, path.at(-1) ?? '');
  for (const { block, name, value } of details.fields) {
    const place = placeIn(path, 'picture-field', `${block} ${name}`);
    looking.say(place, value);
    if (ofAuthors.test(name) && !noNames.test(value.trim())) looking.claim('author', place, value);
  }
  if (details.position !== null) looking.claim('coordinates', placeIn(path, 'picture-field', details.position.block), `${details.position.latitude}, ${details.position.longitude}`);
  else if (details.fields.some(({ tellsPlace }) => tellsPlace)) looking.claim('coordinates', placeIn(path, 'picture-field', 'exif'), '');
  if (details.device !== '') looking.claim('device', placeIn(path, 'picture-field', 'exif'), details.device);
  // Thumbnails, maker notes and what follows the picture: looked through as bytes.
  looking.say(placeIn(path, 'bytes'), textInBytes(bytes.subarray(0, 256 * 1024)));
  looking.say(placeIn(path, 'bytes'), textInBytes(bytes.subarray(Math.max(256 * 1024, bytes.length - 256 * 1024))));
  if (isRead) looking.read({ place: placeIn(path, 'picture'), mediaType, bytes: bytes as Uint8Array<ArrayBuffer>, pages: null });
}

/** What a recording says of itself. What is said in it nobody here can hear: that is a finding. */
export async function lookIntoRecording({ path, mediaType, bytes }: FileToLookInto, looking: Looking): Promise<void> {
  const details = await readRecordingDetails(sourceOf(bytes), mediaType);
  for (const { block, name, value } of details.fields) looking.say(placeIn(path, 'recording-field', `${block} ${name}`), value);
  if (details.position !== null) looking.claim('coordinates', placeIn(path, 'recording-field'), `${details.position.latitude}, ${details.position.longitude}`);
  if (details.device !== '') looking.claim('device', placeIn(path, 'recording-field'), details.device);
  looking.claim('not-looked-into', placeIn(path, 'bytes'), '');
}
