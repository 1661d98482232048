import { FileText, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { itemsOfTable, type ListTable, tableOf } from '../../../shared/disclosures/columns-of-list';
import { linesOfList } from '../../../shared/disclosures/lines-of-list';
import type { DisclosedItem } from '../../../shared/model/case/disclosure';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { Select } from '../../ui/select';
import { TextArea } from '../../ui/text-field';
import { DocumentLines } from './document-lines';
import { ItemsList } from './items-list';
import { newItemId } from '../../ui-record/new-item-id';

const mostItems = 5000;
/** Of pasted text, so much is read: five thousand long lines. */
const mostLetters = 2_000_000;
const whole = 'whole';
const plain = 'plain';

/** The lines of a list: typed, pasted as a list or a table, or taken from a document. */
export function ItemsField({ items, onChange }: { items: readonly DisclosedItem[]; onChange: (items: DisclosedItem[]) => void }) {
  const texts = messages.disclosures.items;
  const [typed, setTyped] = useState('');
  const [table, setTable] = useState<ListTable | null>(null);
  const [column, setColumn] = useState<number | typeof whole | typeof plain>(plain);
  const [hasHeading, setHasHeading] = useState(true);
  const [isFromDocument, setFromDocument] = useState(false);
  const [said, setSaid] = useState<{ tone: 'plain' | 'needs-you'; text: string } | null>(null);
  useEffect(() => {
    let isOlder = false;
    void tableOf(typed).then((read) => {
      if (isOlder) return;
      setTable(read);
      setColumn(read === null ? plain : read.likely);
    });
    return () => { isOlder = true; };
  }, [typed]);
  const lines = table === null || column === plain ? linesOfList(typed) : itemsOfTable(table, column === whole ? null : column, hasHeading);
  const add = (texted: readonly string[]): boolean => {
    if (items.length + texted.length > mostItems) { setSaid({ tone: 'needs-you', text: texts.tooMany(mostItems) }); return false; }
    onChange([...items, ...texted.map((text) => ({ id: newItemId(), text, givenIds: [] }))]);
    setSaid({ tone: 'plain', text: texts.added(texted.length) });
    return true;
  };
  const columns = table === null ? [] : Array.from({ length: table.columnCount }, (_, at) => ({ value: String(at), label: texts.columnOption(at + 1, (table.rows[0]?.[at] ?? '').trim().slice(0, 40)) }));
  return (
    <div className="stack">
      <TextArea label={texts.paste} hint={texts.pasteHint} value={typed} onChange={setTyped} maxLength={mostLetters} />
      {table !== null && (
        <>
          <Select label={texts.column} options={[...columns, { value: whole, label: texts.wholeRow }, { value: plain, label: texts.noTable }]} value={String(column)} onChange={(chosen) => setColumn(chosen === whole || chosen === plain ? chosen : Number(chosen))} />
          {column !== plain && <Checkbox isSelected={hasHeading} onChange={setHasHeading}>{texts.hasHeading}</Checkbox>}
        </>
      )}
      {lines.length > 0 && <p className="quiet" role="status">{texts.preview(lines.length)} {lines.length > 1 && <>{texts.first} <q dir="auto">{(lines[0] ?? '').slice(0, 120)}</q></>}</p>}
      <div className="row">
        <Button icon={Plus} isDisabled={lines.length === 0} onPress={() => { if (add(lines)) setTyped(''); }}>{texts.addLines(lines.length)}</Button>
        <Button icon={FileText} onPress={() => setFromDocument(true)}>{texts.fromDocument}</Button>
      </div>
      {said && <Notice tone={said.tone} announce>{said.text}</Notice>}
      <ItemsList items={items} onChange={onChange} />
      {isFromDocument && <DocumentLines onClose={() => setFromDocument(false)} onAdd={(texted) => { if (add(texted)) setFromDocument(false); }} />}
    </div>
  );
}
