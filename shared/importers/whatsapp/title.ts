/** What phones call an exported conversation, before the other person's or the group's name. */
const before = /^(?:whatsapp[ -]chat(?: with| mit| met| -|:)?|chat de whatsapp con|conversa do whatsapp com|discussion whatsapp avec|chat whatsapp con|chat di whatsapp con|chat whatsapp s uživatelem|محادثة واتساب مع|واٹس ایپ چیٹ بمع|чат whatsapp с(?: контактом)?|czat whatsapp z|whatsapp chat with)\s+/i;

/** A title to suggest: the name in the file's own name; '' when there is none. */
export function suggestTitle(fileName: string): string {
  const bare = fileName.normalize('NFC').slice(0, 1024).replace(/\.(?:txt|zip)$/i, '').replace(/[\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  const found = before.exec(bare);
  const title = found ? bare.slice(found[0].length).replace(/ \(\d+\)$/, '') : '';
  return title.slice(0, 300).replace(/[\ud800-\udbff]$/, '').trim();
}
