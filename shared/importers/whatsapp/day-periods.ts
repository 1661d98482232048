/** How phones write the halves of the day (CLDR `dayPeriods`, 2009 to 45), without dots, apostrophes and spaces, lower case. No word is both. */
const morning = [
  'am', 'a', 'vorm', 'vormittags', 'de', 'dop', 'dopoledne', 'πμ', 'προμ', 'öö', 'sa', 'pg', 'pd', 'paradite', 'прoб', 'преп', 'пробяд', 'дп', 'ص', 'صباحا', 'صباحًا', 'قظ', 'قبلازظهر', 'غم', 'بن', 'پن',
  'قبلدوپہر', 'صبح', 'לפנהצ', 'בבוקר', 'पूर्वाह्न', 'पूर्वाह्', 'मपू', 'पूर्वान्ह', 'পূর্বাহ্ণ', 'পূর্বাহ্ন', 'ਪੂਦੁ', 'முற்பகல்', 'ಪೂರ್ವಾಹ್ನ', 'ก่อนเที่ยง', '上午', '凌晨', '清晨', '早上', '午前', '오전', 'ጥዋት', 'ጠዋት', 'sn', 'gh', 'пробед',
  'vm', 'an', 'পূৰ্বাহ্ন', 'སྔ་དྲོ་', 'फुं', 'ку', 'སྔ་ཆ་', 'ŋdi', 'atm', 'subaka', 'ap', 'rn', 'm', 'sf', 'nụtụtụ', 'fh', 'isuk', 'ntufat', 'bn', 'тң', 'moies', 'ntɔ́ngɔ́', 'ກ່ອນທ່ຽງ', 'priešpiet', 'priekšp', 'भोर', 'претпл', 'үө', 'নুমাং', 'နံနက်', 'fm', 'wd', 'эи', 'පෙව', 'ቅቀ', 'goöň', 'hh', 'چب', 'to', 'sub', 'פֿאַרמיטאָג', 'àárọ̀', '上晝', 'то', 'ам',
];
const afternoon = [
  'pm', 'p', 'nachm', 'nachmittags', 'du', 'odp', 'odpoledne', 'μμ', 'öş', 'ös', 'ch', 'ptg', 'md', 'mbasdite', 'слоб', 'попл', 'пп', 'م', 'مساء', 'مساءً', 'بظ', 'بعدازظهر', 'غو', 'دن', 'پاشن',
  'بعددوپہر', 'شام', 'אחהצ', 'בערב', 'अपराह्न', 'अपराह्', 'मउ', 'अपरान्ह', 'অপরাহ্ণ', 'অপরাহ্ন', 'ਬਾਦੁ', 'பிற்பகல்', 'ಅಪರಾಹ್ನ', 'หลังเที่ยง', '下午', '晚上', '午後', '오후', 'ከሰዓት', 'gn', 'gd',
  'nm', 'anw', 'অপৰাহ্ন', 'ཕྱི་དྲོ་', 'gm', 'बेलासे', 'кх', 'wótp', 'ཕྱི་ཆ་', 'ɣetrɔ', 'ptm', 'kikiiɗe', 'ip', 'in', 'f', 'ym', 'pop', 'nabalị', 'eh', 'wengi', 'ntmeddit', 'pn', 'тк', 'nomëttes', 'mpókwa', 'ຫຼັງທ່ຽງ', 'popiet', 'pēcp', 'सांझ', 'үх', 'ညနေ', 'em', 'wb', 'fi', 'эк', 'පව', 'ድቀ', 'gosoň', 'ea', 'چك', 'tk', 'ngo', 'נאָכמיטאָג', 'ọ̀sán', '下晝', 'пм',
];
/** Around noon in Chinese: 11 is before it, 12 and 1 are at or after it. */
const midday = ['中午'];

const periods = new Map<string, 'am' | 'pm' | 'noon'>([...morning.map((word) => [word, 'am'] as const), ...afternoon.map((word) => [word, 'pm'] as const), ...midday.map((word) => [word, 'noon'] as const)]);

/** The hour 0-23 of a 12-hour clock with its word; null when the word is not known or the hour is none of 0-12. */
export function hourOfPeriod(hour: number, word: string): number | null {
  const period = periods.get(word.toLowerCase().replace(/[\s.\u200c\u05f4"'׳\u2019]/g, ''));
  if (period === undefined || hour > 12) return null;
  if (period === 'noon') return hour < 3 ? hour + 12 : hour;
  return (hour % 12) + (period === 'pm' ? 12 : 0);
}
