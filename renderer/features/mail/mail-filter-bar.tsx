import { mail as words } from '../../../shared/messages/en-gb/mail';
import type { MailFilter } from '../../../shared/model/mail';
import { Checkbox } from '../../ui/choices';
import { TextField } from '../../ui/text-field';

export const everyThread: MailFilter = { text: '', who: '', fromDay: '', untilDay: '', hasAttachment: false, looksTracked: false };

/** Narrows the list: words, a person, files, what looks tracked. */
export function MailFilterBar({ filter, onFilter }: { filter: MailFilter; onFilter: (filter: MailFilter) => void }) {
  return (
    <div className="mail-filter">
      <TextField label={words.find} value={filter.text} onChange={(text) => onFilter({ ...filter, text: text.slice(0, 500) })} />
      <TextField label={words.who} placeholder={words.whoHint} value={filter.who} onChange={(who) => onFilter({ ...filter, who: who.slice(0, 300) })} />
      <Checkbox isSelected={filter.hasAttachment} onChange={(hasAttachment) => onFilter({ ...filter, hasAttachment })}>{words.withFiles}</Checkbox>
      <Checkbox isSelected={filter.looksTracked} onChange={(looksTracked) => onFilter({ ...filter, looksTracked })}>{words.tracked}</Checkbox>
    </div>
  );
}
