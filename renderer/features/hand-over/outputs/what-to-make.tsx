import { messages } from '../../../../shared/messages/en-gb';
import { formatsOf } from '../../../../shared/model/output';
import { Checkbox, RadioGroup } from '../../../ui/choices';
import { AllegationFields } from './allegation-fields';
import { ComplaintFields } from './complaint-fields';
import { MessageFields } from './message-fields';
import { StatementFields } from './statement-fields';
import { formatOf, outputOf, type What, type WishesProps } from './wishes';
import './outputs.css';

const all: readonly What[] = ['chronology', 'bag', 'allegations', 'statement', 'messages', 'complaint'];

/** What these entries are made into, and as what kind of file. `isUnread`: she wants it made and has not said that she has read the warning. */
export function WhatToMake({ wishes, onWishes, isUnread }: WishesProps & { readonly isUnread: boolean }) {
  const words = messages.outputs;
  const output = outputOf(wishes);
  const formats = formatsOf[output];
  return (
    <>
      <RadioGroup label={words.what} options={all.map((what) => ({ value: what, ...words.kinds[what] }))} value={wishes.what} onChange={(what) => onWishes({ ...wishes, what })} />
      {wishes.what !== 'bag' && <RadioGroup across label={words.format} hint={words.formats[formatOf(wishes)].hint} options={formats.map((format) => ({ value: format, label: words.formats[format].label }))} value={formatOf(wishes)} onChange={(format) => onWishes({ ...wishes, formats: { ...wishes.formats, [output]: format } })} />}
      {formatOf(wishes) === 'pdf' && <Checkbox isSelected={wishes.forKeeping} onChange={(forKeeping) => onWishes({ ...wishes, forKeeping })} hint={messages.forKeeping.hint}>{messages.forKeeping.label}</Checkbox>}
      {wishes.what === 'allegations' && <AllegationFields wishes={wishes} onWishes={onWishes} />}
      {wishes.what === 'statement' && <StatementFields wishes={wishes} onWishes={onWishes} />}
      {wishes.what === 'messages' && <MessageFields wishes={wishes} onWishes={onWishes} />}
      {wishes.what === 'complaint' && <ComplaintFields wishes={wishes} onWishes={onWishes} isUnread={isUnread} />}
    </>
  );
}
