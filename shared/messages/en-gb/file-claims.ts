import { countOf, sayNumber } from '../plural';

/** Codecs by the names that files give them. */
const codecs: Readonly<Record<string, string>> = {
  avc1: 'H.264', avc3: 'H.264', hvc1: 'H.265 (HEVC)', hev1: 'H.265 (HEVC)', dvh1: 'H.265 (Dolby Vision)', av01: 'AV1', vp08: 'VP8', vp09: 'VP9', mp4v: 'MPEG-4', s263: 'H.263', jpeg: 'Motion JPEG', mp4a: 'AAC', alac: 'Apple Lossless', samr: 'AMR', sawb: 'AMR wideband',
  'ac-3': 'Dolby Digital', 'ec-3': 'Dolby Digital Plus', apch: 'ProRes', wmv2: 'Windows Media', lpcm: 'uncompressed', sowt: 'uncompressed', Opus: 'Opus', 'AMR-NB': 'AMR', 'AMR-WB': 'AMR wideband',
};

/** What a picture or recording says of itself. Always "says": a claim of the file, not a fact. Place is never shown unasked. */
export const fileClaims = {
  title: 'What the file says of itself',
  hint: 'Written by the device or a program. Clocks can be wrong, and it can be changed.',
  device: 'Taken with', software: 'Program',
  length: 'Length',
  /** An estimate from the size of the file. */
  about: (clock: string) => `about ${clock}`,
  lengthNotSaid: 'The file does not say',
  tracks: 'Holds',
  picture: (codec: string, width: number | null, height: number | null) => ['moving pictures', codec && ` in ${codec}`, width !== null && height !== null && `, ${width} by ${height}`].filter(Boolean).join(''),
  sound: (codec: string, channels: number | null) => ['sound', codec && ` in ${codec}`, channels !== null && `, ${channels === 1 ? 'one channel' : countOf(channels, 'channel', 'channels')}`].filter(Boolean).join(''),
  pages: 'Pages', animation: (count: number) => `${countOf(count, 'picture', 'pictures')} that follow each other`,
  times: {
    taken: 'Says it was taken', made: 'Says it was made', changed: 'Says it was changed', satellite: 'Clock of the satellites',
  },
  noZone: 'no time zone given',
  utc: 'in UTC',
  screenshot: {
    title: 'Looks like',
    signs: { 'says-so': 'a picture of a screen: its own data says so', 'named-so': 'a picture of a screen: its name says so', 'screen-size': 'a picture of a screen: it has the size of a phone’s, and no camera is named' },
  },
  /** “Today”, “Yesterday”, “Tuesday” on a picture of a screen: they count from the day it was taken. Asked, never concluded. `taken`, `day`: in words. */
  screenDay: {
    title: 'Which day does the screen mean?',
    today: (written: string, taken: string) => `The picture says “${written}”. If it was taken on ${taken}, that was the same day.`,
    before: (written: string, taken: string, day: string) => `The picture says “${written}”. If it was taken on ${taken}, that was ${day}.`,
    either: (written: string, taken: string, day: string, earlier: string) => `The picture says “${written}”. If it was taken on ${taken}, that was ${day}, or a week earlier, ${earlier}.`,
    unknown: (written: string) => `The picture says “${written}”. That counts from the day it was taken, and the file does not say which day that was.`,
    hint: 'Read by a machine, and marked in the picture. The clock of the phone may have been wrong. Nothing is entered until you choose.',
    use: (day: string) => `Use ${day}`,
  },
  partner: {
    ofPhoto: 'The film that belongs to it', ofFilm: 'The photograph that belongs to it',
    sure: 'Both bear the same mark of Apple’s Live Photo.', guess: 'A guess: they have the same name. Nothing in the files says it.',
    open: (name: string) => `Open ${name}`,
  },
  position: {
    title: 'The file says where it was made',
    hint: 'It can give away where you live or where you are safe. It is left out of what you print, and stays in the file itself: whoever gets the file gets the place.',
    show: 'Show the place', hide: 'Hide the place',
    latitude: 'Latitude', longitude: 'Longitude', altitude: 'Height', accuracy: 'May be off by', metres: (metres: number) => `${sayNumber(Math.round(metres))} m`,
    alsoNamed: 'Places named in the file',
  },
  offers: {
    taken: (when: string) => `The file’s own data says it was taken ${when}.`, made: (when: string) => `The file’s own data says it was made ${when}.`,
    satellite: (when: string) => `The satellites’ clock in the file says ${when}.`, named: (when: string) => `The file’s name says ${when}.`,
    fromUtc: 'Put on UK time; the file has it in UTC.',
    use: 'Use that date',
    differ: 'The file gives more than one date. Use the one you know to be right, or none.',
  },
  all: 'Everything in the file’s own data',
  allCount: (count: number) => countOf(count, 'entry', 'entries'),
  placesHidden: (count: number) => `${countOf(count, 'entry that tells', 'entries that tell')} a place ${count === 1 ? 'is' : 'are'} hidden. “Show the place” shows ${count === 1 ? 'it' : 'them'}.`,
  blocks: { exif: 'EXIF', xmp: 'XMP', iptc: 'IPTC', container: 'File format', 'maker-note': 'Maker’s note' },
  bytes: (from: number, to: number) => `bytes ${sayNumber(from)} to ${sayNumber(to)}`,
  notRead: { damaged: 'Part of the file’s own data is damaged and could not be read.', 'too-long': 'Part of the file’s own data is too long and was not read.', 'not-known': 'Tidemark does not know this kind of file from the inside.', 'cut-short': 'The end of this picture is missing: the file has no mark that says where it ends. What you see may be only a part of it.' },
  /** A codec by the name people know it by; others as the file names them. */
  codec: (name: string) => codecs[name] ?? name,
};
