import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PictureDetails } from '../../../shared/model/picture-details';
import type { RecordingDetails } from '../../../shared/model/recording-details';
import { added } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const identifier = '8AE6A7B1-3F0B-4C55-9A1C-0DAB5C3F0E11';
const takenAt = (clock: string, offset: string): PictureDetails['times'] => [{ says: 'taken', block: 'exif', name: 'DateTimeOriginal', asWritten: clock, clock, offset, place: null }];
const photo = (contentIdentifier: string, times: PictureDetails['times'] = []): { picture: PictureDetails } => ({
  picture: { fields: [], times, position: null, device: '', software: '', contentIdentifier, pageCount: 1, isAnimated: false, screenshotSigns: [], notRead: [] },
});
const film = (contentIdentifier: string, times: PictureDetails['times'] = []): { recording: RecordingDetails } => ({
  recording: { container: 'QuickTime', seconds: 3, isLengthEstimated: false, tracks: [], fields: [], times, position: null, device: '', contentIdentifier, notRead: [] },
});
let made = 0;
async function keep(name: string, details: { picture: PictureDetails } | { recording: RecordingDetails }): Promise<string> {
  const id = await added(vault, name, new TextEncoder().encode(`${name} ${made++}`));
  const isPhoto = 'picture' in details;
  await vault.askShell('documents.noteFacts', { id, mediaType: isPhoto ? 'image/heic' : 'video/quicktime', form: isPhoto ? 'image' : 'video', picture: null, details });
  return id;
}
const partnerOf = async (id: string) => (await vault.ask('pictures.livePartner', { id })).partner;

test('a photograph and its film by Apple’s name for both, whatever the files are called', async () => {
  const still = await keep('door.heic', photo(identifier));
  expect(await partnerOf(still)).toBeNull();
  const moving = await keep('clip.mov', film(identifier));
  await keep('clip.heic', photo(''));
  expect(await partnerOf(still)).toEqual({ documentId: moving, name: 'clip.mov', isSure: true });
  expect(await partnerOf(moving)).toEqual({ documentId: still, name: 'door.heic', isSure: true });
});

test('without it, the same name is a guess, and another minute or another pair is none', async () => {
  const still = await keep('IMG_0042.JPG', photo('', takenAt('2019-03-12T21:05:33', '')));
  const moving = await keep('img_0042.mov', film('', takenAt('2019-03-12T21:05:35', '+00:00')));
  expect(await partnerOf(still)).toEqual({ documentId: moving, name: 'img_0042.mov', isSure: false });
  const later = await keep('IMG_0043.JPG', photo('', takenAt('2019-03-12T21:05', '')));
  await keep('IMG_0043.mov', film('', takenAt('2021-07-01T10:00', '+01:00')));
  expect(await partnerOf(later)).toBeNull();
  const third = await keep('IMG_0044.JPG', photo(identifier));
  await keep('IMG_0044.mov', film('00000000-3F0B-4C55-9A1C-0DAB5C3F0E11'));
  expect(await partnerOf(third)).toBeNull();
  const twice = await keep('IMG_0045.JPG', photo(''));
  await keep('IMG_0045.mov', film(''));
  await keep('IMG_0045.mp4', film(''));
  expect(await partnerOf(twice)).toBeNull();
});

test('a half that is erased is nobody’s half', async () => {
  const still = await keep('IMG_0042.JPG', photo(identifier));
  const moving = await keep('IMG_0042.mov', film(identifier));
  await vault.ask('documents.erase', { id: moving, reason: 'kept by mistake' });
  expect(await partnerOf(still)).toBeNull();
  expect((await vault.ask('documents.contents', { id: moving })).details).toEqual({});
});
