import { countOf, sayNumber } from '../plural';

/** What a viewer cannot show may be of a kind it does not know, or damaged; only reading it all tells. */
const checkedAsCopy = 'Save a copy of the original: it is checked as it is saved, and you are told if it is not whole.';

/** Words around a document while it is looked at: pictures, pages, sound, film, text. */
export const viewer = {
  curtain: {
    picture: 'Picture, blurred', film: 'Film, blurred',
    hint: 'Pictures stay blurred until you choose to look.',
    showPicture: 'Show the picture', showFilm: 'Show the film', blurAgain: 'Blur again',
  },
  zoomIn: 'Larger', zoomOut: 'Smaller', fit: 'Fit', fitWidth: 'Fit to width',
  zoomPercent: (scale: number) => `${Math.round(scale * 100)}%`,
  opening: 'Opening',
  pages: {
    label: (name: string) => `Pages of ${name}`,
    page: (number: number, count: number) => `Page ${sayNumber(number)} of ${sayNumber(count)}`,
    of: (count: number) => `of ${sayNumber(count)}`,
    goTo: 'Page', previous: 'Previous page', next: 'Next page', previousShort: 'Previous', nextShort: 'Next',
    wantsPassword: 'This PDF is locked with a password of its own. It is kept whole. Its pages are shown when you give the password.',
    cannotShow: `These pages could not be shown. ${checkedAsCopy}`,
    pageNotDrawn: `This page could not be drawn. ${checkedAsCopy}`,
  },
  picture: { label: (name: string) => `Picture: ${name}`, cannotShow: `This picture cannot be shown here. ${checkedAsCopy}`, drawnFrom: (format: string) => `Drawn from a ${format} file, which is kept as it is.` },
  player: {
    label: (name: string) => `Player for ${name}`,
    play: 'Play', pause: 'Pause', back: 'Back 10 seconds', forward: 'On 10 seconds', backShort: 'Back 10 s', forwardShort: 'On 10 s', position: 'Position', volume: 'Loudness', speed: 'Speed',
    speedTimes: (times: number) => `${times}×`,
    at: (now: string, whole: string) => `${now} of ${whole}`,
    /** `codecs`: in what it is, as far as is known. */
    cannotPlay: (codecs: readonly string[]) => `This recording cannot be played here${codecs.length > 0 ? `: it is in ${codecs.join(' and ')}, which Tidemark does not play` : ''}. It is kept whole. ${checkedAsCopy}`,
    soundOnly: (codec: string) => `Only its sound can be played here. The moving picture is ${codec === '' ? 'of a kind' : `in ${codec}, which`} Tidemark does not play. It is kept whole.`,
  },
  text: {
    label: (name: string) => `Text of ${name}`,
    encoding: 'Read as', showMore: 'Show more', upTo: (shown: string, whole: string) => `The first ${shown} of ${whole}`,
    cannotShow: `The text could not be read. ${checkedAsCopy}`,
    /** Names of encodings; the technical name stands in brackets. */
    encodings: {
      'utf-8': 'Unicode (UTF-8)', 'utf-16le': 'Unicode (UTF-16)', 'utf-16be': 'Unicode (UTF-16, big end first)', 'windows-1252': 'Western (Windows-1252)',
      'iso-8859-2': 'Central European (ISO 8859-2)', 'windows-1251': 'Cyrillic (Windows-1251)', 'windows-1256': 'Arabic (Windows-1256)', shift_jis: 'Japanese (Shift JIS)', gb18030: 'Chinese (GB 18030)',
    },
  },
  other: 'Tidemark cannot show this kind of file. It is kept whole, exactly as it was, and goes with what you hand over.',
  empty: 'There is nothing in this file.',
  pageCount: (count: number) => countOf(count, 'page', 'pages'),
};
