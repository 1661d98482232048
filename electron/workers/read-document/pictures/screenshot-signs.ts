import type { FileField } from '../../../../shared/model/file-claims';
import type { ScreenshotSign } from '../../../../shared/model/picture-details';

/** What phones and computers call a picture of their screen, in the languages they are set to here; a name begins so or has it after a date. */
const names = /(?:^|[^\p{L}])(?:screen[ _-]?shot|screenshot|screen[ _]?capture|scrnshot|bildschirmfoto|capture d[’'_ ]?écran|capture[ _]décran|captura de (?:pantalla|tela|ecrã)|schermafbeelding|schermopname|zrzut[ _]ekranu|skärmbild|skjermbilde|skærmbillede|ekran[ _]görüntüsü|ekran[ _]al[ıi]nt[ıi]s[ıi]|снимок экрана|скриншот|لقطة شاشة|لقطة الشاشة|اسکرین شاٹ|スクリーンショット|屏幕截图|截屏|螢幕截圖|스크린샷)(?:$|[^\p{L}])/iu;

/** Measures of screens of phones and tablets, the shorter side first: Apple's all, and those that most Android devices have. */
const screens = new Set([
  '320x480', '640x960', '640x1136', '750x1334', '1242x2208', '1125x2436', '828x1792', '1242x2688', '1080x2340', '1170x2532', '1284x2778', '1179x2556', '1290x2796', '1206x2622', '1320x2868', '1260x2736',
  '768x1024', '1536x2048', '1620x2160', '1640x2360', '1668x2224', '1668x2388', '1668x2420', '1488x2266', '2048x2732', '2064x2752',
  '480x800', '480x854', '540x960', '600x1024', '720x1280', '720x1440', '720x1480', '720x1520', '720x1544', '720x1560', '720x1600', '720x1612', '800x1280', '1080x1920', '1080x2160', '1080x2220', '1080x2240', '1080x2246', '1080x2280',
  '1080x2310', '1080x2312', '1080x2316', '1080x2376', '1080x2388', '1080x2400', '1080x2408', '1080x2412', '1080x2460', '1080x2520', '1200x1920', '1200x2000', '1200x2652', '1220x2712', '1264x2780', '1344x2992', '1440x2560', '1440x2880', '1440x2960', '1440x3040', '1440x3088', '1440x3120', '1440x3200', '1440x3216', '1600x2560', '1812x2176',
]);

export interface SeenPicture {
  readonly originalName: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fields: readonly FileField[];
  readonly device: string;
  readonly mediaType: string;
}

/** Why a picture looks like one of a screen; empty where nothing says so. The measure alone counts only without a camera, and not of a JPEG: what was sent by a messenger has lost its camera too. */
export function screenshotSignsOf({ originalName, widthPx, heightPx, fields, device, mediaType }: SeenPicture): ScreenshotSign[] {
  const saysSo = fields.some(({ name, value }) => (/^(?:UserComment|Software|Description|Comment|Title|ImageDescription|exif:UserComment|dc:description|dc:title|Source)$/.test(name) && names.test(value)));
  const hasCamera = device !== '' || fields.some(({ name }) => name === 'FNumber' || name === 'ExposureTime' || name === 'FocalLength');
  const [shorter, longer] = [Math.min(widthPx, heightPx), Math.max(widthPx, heightPx)];
  const hasScreenSize = !hasCamera && mediaType === 'image/png' && screens.has(`${shorter}x${longer}`);
  return [...(saysSo ? ['says-so' as const] : []), ...(names.test(originalName) ? ['named-so' as const] : []), ...(hasScreenSize ? ['screen-size' as const] : [])];
}
