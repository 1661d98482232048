import { FileText, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { linesOfTable, type LineOfTable, type ListTable, type TakenAs, tableOf } from '../../../shared/disclosures/columns-of-list';
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
const none = 'none';
const firstWay: TakenAs = { column: null, numberColumn: null, hasHeading: false };

/** The lines of a list: typed, pasted as a list or a table, or taken from a document. */
export function ItemsField({ items, onChange }: { items: readonly DisclosedItem[]; onChange: (items: DisclosedItem[]) => void }) {
  const texts = messages.disclosures.items;
  const [typed, setTyped] = useState('');
  const [table, setTable] = useState<ListTable | null>(null);
  /** Null: it is no table. */
  const [taken, setTaken] = useState<TakenAs | null>(null);
  const [isFromDocument, setFromDocument] = useState(false);
  const [said, setSaid] = useState<{ tone: 'plain' | 'needs-you'; text: string } | null>(null);
  useEffect(() => {
    let isOlder = false;
    void tableOf(typed).then((read) => {
      if (isOlder) return;
      setTable(read);
      setTaken(read?.likely ?? null);
    });
    return () => { isOlder = true; };
  }, [typed]);
  const { lines, heading, emptyRows } = table === null || taken === null ? { lines: linesOfList(typed).map(asItStands), heading: null, emptyRows: 0 } : linesOfTable(table, taken);
  const add = (added: readonly LineOfTable[]): boolean => {
    if (items.length + added.length > mostItems) { setSaid({ tone: 'needs-you', text: texts.tooMany(mostItems) }); return false; }
    onChange([...items, ...added.map((line) => ({ id: newItemId(), ...line, givenIds: [] }))]);
    setSaid({ tone: 'plain', text: texts.added(added.length) });
    return true;
  };
  const columns = table === null ? [] : Array.from({ length: table.columnCount }, (_, at) => ({ value: String(at), label: texts.columnOption(at + 1, (table.rows[0]?.[at] ?? '').trim().slice(0, 40)) }));
  return (
    <div className="stack">
      <TextArea label={texts.paste} hint={texts.pasteHint} value={typed} onChange={setTyped} maxLength={mostLetters} />
      {table !== null && (
        <>
          <Select label={texts.column} options={[...columns, { value: whole, label: texts.wholeRow }, { value: plain, label: texts.noTable }]} value={taken === null ? plain : String(taken.column ?? whole)} onChange={(chosen) => setTaken(chosen === plain ? null : { ...(taken ?? table.likely ?? firstWay), column: chosen === whole ? null : Number(chosen) })} />
          {taken !== null && (
            <>
              <Select label={texts.numberColumn} options={[{ value: none, label: texts.noNumber }, ...columns]} value={String(taken.numberColumn ?? none)} onChange={(chosen) => setTaken({ ...taken, numberColumn: chosen === none ? null : Number(chosen) })} />
              <Checkbox isSelected={taken.hasHeading} onChange={(hasHeading) => setTaken({ ...taken, hasHeading })}>{texts.hasHeading}</Checkbox>
            </>
          )}
        </>
      )}
      {lines.length > 0 && <p className="quiet" role="status">{texts.preview(lines.length)} {lines[0] !== undefined && table !== null && taken !== null && texts.wholeKept} {lines[0] !== undefined && (lines.length > 1 || taken !== null) && <>{texts.first} <q dir="auto">{lines[0].text.slice(0, 120)}</q></>}</p>}
      {(heading !== null || emptyRows > 0) && <p className="quiet">{texts.leftOut} {heading !== null && <>{texts.leftOutHeading} <q dir="auto">{heading.slice(0, 120)}</q></>} {emptyRows > 0 && texts.leftOutEmpty(emptyRows)}</p>}
      <div className="row">
        <Button icon={Plus} isDisabled={lines.length === 0} onPress={() => { if (add(lines)) setTyped(''); }}>{texts.addLines(lines.length)}</Button>
        <Button icon={FileText} onPress={() => setFromDocument(true)}>{texts.fromDocument}</Button>
      </div>
      {said && <Notice tone={said.tone} announce>{said.text}</Notice>}
      <ItemsList items={items} onChange={onChange} />
      {isFromDocument && <DocumentLines onClose={() => setFromDocument(false)} onAdd={(texted) => { if (add(texted.map(asItStands))) setFromDocument(false); }} />}
    </div>
  );
}

function asItStands(text: string): LineOfTable {
  return { text, compared: '', number: '' };
}
