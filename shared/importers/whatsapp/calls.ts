import type { NeutralCall } from '../../model/message-facts';

/** What WhatsApp writes for a call, at the beginning of the whole text, lower case and without direction marks. `.` and `,` alike part it from what follows (iOS of different years). */
const missed = [
  /^(?:missed |silenced )(?:group )?(?:voice|video) call/, /^مكالمة .{0,12}فائتة/, /^(?:مسڈ|مس) (?:وائس|ویڈیو) کال/, /^(?:llamada|videollamada)(?: de voz)?(?: grupal)? perdida/, /^(?:chamada|ligação|videochamada)(?: de (?:voz|vídeo))? perdida/, /^appel (?:vocal|vidéo) manqué/,
  /^verpasster (?:gruppen-?)?(?:sprach|video)anruf/, /^chiamata(?: vocale)? persa|^videochiamata persa/, /^gemiste? (?:audio|video|spraak)?-?oproep/, /^пропущенный (?:аудио|видео)звонок/, /^пропущений (?:аудіо|відео)дзвінок/, /^cevapsız (?:sesli|görüntülü) arama/, /^nieodebrane połączenie/, /^apel (?:vocal|video) nepreluat/,
  /^未接(?:语音|視訊|视频|語音)(?:通话|通話|来电)/, /^不在着信/, /^부재중 (?:음성|영상)/,
];
const other = [
  /^(?:group )?(?:voice|video) call/, /^مكالمة (?:صوتية|فيديو)/, /^(?:وائس|ویڈیو) کال/, /^llamada de voz|^videollamada/, /^(?:chamada|ligação) de (?:voz|vídeo)/, /^appel (?:vocal|vidéo)/, /^(?:sprach|video)anruf/, /^chiamata vocale|^videochiamata/, /^(?:spraak|video)oproep/, /^(?:аудио|видео)звонок/, /^(?:sesli|görüntülü) arama/,
  /^połączenie (?:głosowe|wideo)/, /^apel (?:vocal|video)/, /^(?:语音|視訊|视频|語音)通[话話]/, /^(?:音声|ビデオ)通話/, /^(?:음성|영상) 통화/,
];
const video = /video|vidéo|vídeo|فيديو|ویڈیو|видео|відео|görüntülü|wideo|视频|視訊|ビデオ|영상/;
/** What may follow after a full stop or comma: how it ended, how long it took. */
const unanswered = /^(?:no answer|unanswered|keine antwort|sin respuesta|sem resposta|pas de réponse|nessuna risposta|geen antwoord|нет ответа|cevap yok|yanıt yok|brak odpowiedzi|لم يتم الرد|无人接听|無人接聽)$/;
const known = /^(?:tap to call back|ended|declined|focus mode|\d{1,4} joined|zum zurückrufen tippen|toca para devolver la llamada|toca para llamar|toque para ligar de volta|touchez pour rappeler|tocca per richiamare|tik om terug te bellen|нажмите, чтобы перезвонить|geri aramak için dokunun|dotknij, aby oddzwonić|انقر لمعاودة الاتصال|轻触以回拨)$/;

const units: readonly (readonly [words: RegExp, seconds: number])[] = [
  [/^(?:s|sec|secs|second|seconds|sek|sekunden|seg|segundos|secondi|с|сек|sn|san|sekund|ث|ثانية|ثوان|سیکنڈ|秒|초)$/, 1],
  [/^(?:m|min|mins|minute|minutes|minuten|minuto|minutos|minuti|мин|хв|dk|dak|د|دقيقة|دقائق|منٹ|分|分钟|분)$/, 60],
  [/^(?:h|hr|hrs|hour|hours|std|stunde|stunden|hora|horas|heure|heures|ora|ore|uur|u|ч|час|sa|saat|godz|ساعة|گھنٹہ|小时|小時|時間|시간)$/, 3600],
];

/** The call that a text of WhatsApp's own tells of; null for any other text. `isMarked`: it stands after a direction mark, as iOS marks its own words. Whether it came in or went out is never said. */
export function callOf(said: string, isMarked: boolean): NeutralCall | null {
  if (said.length > 80) return null;
  const [opening = '', ...rest] = said.split(/(?<=\D)[.,،。](?: |$)/);
  const tail = rest.join(', ').trim().replace(/[.]$/, '');
  const isMissed = missed.some((phrase) => phrase.test(opening));
  if (!isMissed && !other.some((phrase) => phrase.test(opening))) return null;
  const seconds = secondsOf(tail);
  const isUnanswered = unanswered.test(tail);
  // "Video call, please" is a message; so is "Video call" where nothing marks it as the program's.
  const isOurs = tail === '' ? isMissed || isMarked : seconds !== null || isUnanswered || known.test(tail) || (isMarked && isMissed);
  if (!isOurs || /[?？؟!]/.test(said) || opening.length > 40) return null;
  return { kind: isMissed || isUnanswered ? 'missed' : 'not-said', isVideo: video.test(opening), seconds };
}

/** `1 hr 5 min` in seconds; null where it is no length of time, or in a unit not known. */
function secondsOf(text: string): number | null {
  const bare = text.replace(/[.,]/g, ' ').trim();
  if (bare === '') return null;
  let seconds = 0;
  for (const part of bare.split(/(?<=[^\d\s])\s*(?=\d)/)) {
    const found = /^(\d{1,4})\s?(\D{1,10})$/.exec(part);
    const unit = found && units.find(([words]) => words.test((found[2] ?? '').trim()));
    if (!found || !unit) return null;
    seconds += Number(found[1]) * unit[1];
  }
  return seconds;
}
