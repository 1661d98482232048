/**
 * What WhatsApp itself writes into an export, by language, in lower case. Only whole phrases of its own are listed: a sentence of
 * hers that merely resembles one must stay a message. Languages: English, Arabic, Urdu, Hindi, Bengali, Punjabi, Polish, Romanian,
 * Turkish, Spanish, Portuguese, French, German, Italian, Dutch, Russian, Ukrainian, Chinese and others.
 */

/** Android, in place of any file. */
export const mediaOmitted = new Set([
  '<media omitted>', '<تم استبعاد الوسائط>', '<استبعاد الوسائط>', '<الوسائط غير مدرجة>', '<میڈیا چھوڑ دیا گیا>', '<میڈیا شامل نہیں ہے>', '<میڈیا حذف کر دیا گیا>', '<मीडिया के बिना>', '<मीडिया शामिल नहीं किया गया>', '<मीडिया छोड़ा गया>',
  '<মিডিয়া বাদ দেওয়া হয়েছে>', '<multimedia omitido>', '<archivo omitido>', '<mídia oculta>', '<arquivo de mídia oculto>', '<ficheiro não revelado>', '<média omis>', '<médias omis>', '<fichier omis>', '<medien ausgeschlossen>', '<medien weggelassen>',
  '<media omessi>', '<file omesso>', '<media weggelaten>', '<без медиафайлов>', '<файл пропущен>', '<без медіа>', '<медіафайл пропущено>', '<medya dahil edilmedi>', '<medya atlandı>', '<pominięto multimedia>', '<fișier media omis>', '<media omise>',
  '<省略多媒体文件>', '<省略多媒體檔案>', '<媒体文件已省略>', '<メディアなし>', '<メディアは含まれていません>', '<미디어 파일을 제외한 채팅>', '<미디어 파일 제외>', '<media utelämnat>', '<media er utelatt>', '<medier udeladt>', '<media jätettiin pois>', '<tệp phương tiện bị bỏ qua>',
  '<media tidak disertakan>', '<médiafájl kihagyva>', '<média vynechány>', '<רשומת המדיה הושמטה>', '<המדיה לא נכללה>', '<رسانه حذف شد>', '<پیوست نشد>', '<media yameondolewa>',
]);

/** Android in English, where it says what was left out: `<View once voice message omitted>`. */
export const omittedInBrackets = /^<[a-z][a-z -]{2,40} omitted>$/;

/** iOS, at the end of the text, after a direction mark. */
export const kindOmitted = [
  'omitted', 'omitida', 'omitido', 'weggelassen', 'ausgelassen', 'absente', 'absent', 'omise', 'omis', 'ocultada', 'oculto', 'oculta', 'omesso', 'omessa', 'omessi', 'weggelaten', 'отсутствует', 'пропущено', 'пропущен', 'опущено', 'dahil edilmedi', 'atlandı', 'pominięto', 'pominięty', 'pominięte',
  'omisă', 'utelämnad', 'utelatt', 'udeladt', 'puuttuu', 'kihagyva', 'vynechán', 'vynechána', 'הושמט', 'הושמטה', 'محذوفة', 'محذوف', 'غير مدرجة', 'غير مدرج', 'مستبعدة', 'شامل نہیں', 'چھوڑ دیا گیا', 'छोड़ा गया', 'छोड़ी गई', '已省略', '已忽略', '被省略', 'は含まれていません', '省略', '생략됨', '생략',
];

/** iOS, where the language begins with it. */
export const omittedFirst = ['pominięto ', 'تم استبعاد ', 'se omitió ', 'đã bỏ qua '];

/** Android, after a file's name. */
export const fileAttached = new Set([
  'file attached', 'الملف مرفق', 'ملف مرفق', 'تم إرفاق ملف', 'منسلک فائل', 'فائل منسلک ہے', 'فائل منسلک', 'फ़ाइल संलग्न है', 'फ़ाइल जोड़ी गई', 'ফাইল সংযুক্ত করা হয়েছে', 'archivo adjunto', 'arquivo anexado', 'ficheiro anexado', 'fichier joint', 'datei angehängt', 'file allegato', 'bestand bijgevoegd',
  'файл добавлен', 'файл прикреплён', 'файл додано', 'dosya ekli', 'dosya eklendi', 'plik dołączony', 'załączono plik', 'fișier atașat', '文件附件', '附件', '檔案已附加', 'ファイル添付', '添付ファイル', '파일 첨부됨', '첨부 파일', 'bifogad fil', 'vedlagt fil', 'fil vedhæftet', 'tiedosto liitetty', 'tệp đính kèm', 'file terlampir', 'fájl csatolva', 'קובץ מצורף', 'فایل پیوست شد',
].map((phrase) => phrase.normalize('NFC')));

/** Without a full stop at the end, which iOS writes since 2025. */
export const edited = new Set([
  'this message was edited', 'تم تعديل هذه الرسالة', 'یہ پیغام ترمیم شدہ ہے', 'اس پیغام میں ترمیم کی گئی', 'इस मैसेज को एडिट किया गया', 'এই মেসেজটি এডিট করা হয়েছে', 'se editó este mensaje', 'mensagem editada', 'esta mensagem foi editada', 'ce message a été modifié', 'diese nachricht wurde bearbeitet',
  'questo messaggio è stato modificato', 'dit bericht is bewerkt', 'данное сообщение изменено', 'это сообщение изменено', 'повідомлення відредаговано', 'bu mesaj düzenlendi', 'edytowano tę wiadomość', 'acest mesaj a fost editat', '此消息已编辑', '已編輯此訊息', 'このメッセージは編集されました', '이 메시지는 수정되었습니다',
]);

export const deleted = new Set([
  'this message was deleted', 'you deleted this message', 'message deleted', 'this message was deleted by admin', 'تم حذف هذه الرسالة', 'لقد حذفت هذه الرسالة', 'حذفت هذه الرسالة', 'یہ پیغام حذف کر دیا گیا', 'یہ پیغام حذف کر دیا گیا تھا', 'آپ نے یہ پیغام حذف کر دیا', 'यह मैसेज हटाया गया', 'आपने यह मैसेज हटा दिया', 'এই মেসেজটি মুছে ফেলা হয়েছে',
  'se eliminó este mensaje', 'eliminaste este mensaje', 'este mensaje fue eliminado', 'mensagem apagada', 'essa mensagem foi apagada', 'você apagou esta mensagem', 'esta mensagem foi apagada', 'apagou esta mensagem', 'ce message a été supprimé', 'vous avez supprimé ce message', 'diese nachricht wurde gelöscht', 'du hast diese nachricht gelöscht',
  'questo messaggio è stato eliminato', 'hai eliminato questo messaggio', 'dit bericht is verwijderd', 'dit bericht werd verwijderd', 'je hebt dit bericht verwijderd', 'данное сообщение удалено', 'вы удалили данное сообщение', 'це повідомлення видалено', 'bu mesaj silindi', 'bu mesajı sildiniz', 'ta wiadomość została usunięta', 'wiadomość została usunięta', 'usunięto tę wiadomość', 'acest mesaj a fost șters', 'ai șters acest mesaj',
  '此消息已删除', '您已删除此消息', '此訊息已刪除', '你已刪除此訊息', 'このメッセージは削除されました', '삭제된 메시지입니다',
]);

/** A group's admin took it out. */
export const deletedByAdmin = /^this message was deleted by (?:admin|group admin)\b.{0,80}$/;

export const viewOnce = /^<view once |^you (?:received|sent) a view once |^view once (?:photo|video|voice message|message)/;

/** Kinds of left out files, by a word of theirs. iOS calls a voice note `audio`, as it does any other recording. */
export const contactWords = /contact|contacto|contato|kontakt|contatto|контакт|kişi|جهة|رابطہ/;
export const voiceWords = /voice message|voice note|\baudio\b|áudio|аудио|аудіо|dźwięk|sprachnachricht|\bses\b|صوت|آڈیو|ऑडियो|অডিও|音频|音訊|语音|語音|オーディオ|音声|오디오|음성/;
export const stickerWords = /sticker|adesivo|figurinha|autocollant|стикер|стікер|наклейк|çıkartma|naklejk|ملصق|اسٹیکر|स्टिकर|স্টিকার|贴图|貼圖|スタンプ|ステッカー|스티커/;

/** Lines of the program itself about messages that go after a while. */
export const disappearing = /disappearing messages|message timer|الرسائل ذاتية الاختفاء|غائب ہونے والے|mensajes temporales|mensagens temporárias|messages éphémères|selbstlöschende nachrichten|messaggi effimeri|zelfverwijderende berichten|исчезающ|kaybolan mesajlar|znikające wiadomości|mesaje temporare|限时消息|限時訊息/;

export const polls = /^(?:poll|encuesta|enquete|sondage|umfrage|sondaggio|опрос|опитування|anket|ankieta|sondaj|استطلاع|استطلاع رأي|تصويت|پول|رائے شماری|पोल|投票|アンケート|투표)[:：]/;
export const places = /^(?:live )?[\p{L}\p{M} ]{2,24} ?[:：] ?https?:\/\/(?:maps\.google\.[a-z.]+|goo\.gl|foursquare\.com|maps\.app\.goo\.gl)\//u;
export const liveLocation = new Set(['live location shared', 'تمت مشاركة الموقع المباشر', 'لائیو مقام شیئر کیا گیا', 'ubicación en tiempo real compartida', 'localização em tempo real compartilhada', 'localisation en direct partagée', 'live-standort wird geteilt', 'posizione in tempo reale condivisa', 'live locatie gedeeld', 'canlı konum paylaşıldı']);

/** Lines of the program itself that iOS writes as if somebody had sent them. */
export const systemTexts = [
  /end-to-end encrypted/, /end-to-end encryption/, /security code .*changed/, /^you(?:'re| are) now an admin/, /created (?:this|the) group|created group|created this group/, /^.{1,60} (?:added|removed) (?:you|.{1,60})$/, /^.{1,60} (?:left|joined using|was added|was removed)/, /changed (?:the subject|the group|this group|their phone number|to \+)/, /changed the (?:group|subject)/,
  /disappearing messages/, /message timer/, /^you (?:created|added|removed|changed|joined|left) /, /^you (?:blocked|unblocked) this contact/, /this (?:business|chat) (?:is|uses|works)/, /مشفرة تمامًا بين الطرفين|التشفير التام بين الطرفين/, /اینڈ ٹو اینڈ (?:اینکرپٹڈ|انکرپٹڈ|خفیہ)/, /एंड-टू-एंड एन्क्रिप्(?:टेड|ट)/, /cifrad[oa]s? de extremo a extremo/, /criptografia de ponta a ponta|encriptad[ao]s ponto a ponto/, /chiffré(?:s|es)? de bout en bout/,
  /ende-zu-ende-verschlüssel/, /crittografat[ie] end-to-end|crittografia end-to-end/, /end-to-end versleuteld/, /сквозным шифрованием/, /uçtan uca şifreli/, /szyfrowan[eia]/, /criptat[eă] (?:integral|end-to-end)/, /端到端加密|端對端加密/, /エンドツーエンド(?:で)?暗号化/, /종단간 암호화/,
];
