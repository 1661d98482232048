import { messages } from '../../../../shared/messages/en-gb';
import { Checkbox, RadioGroup } from '../../../ui/choices';
import { Notice } from '../../../ui/notice';
import { TextArea, TextField } from '../../../ui/text-field';
import type { WishesProps } from './wishes';

const longest = 200;
const longestText = 20_000;

/** Of a complaint: first what becomes of it, which she must have read; then what only she can say. */
export function ComplaintFields({ wishes, onWishes, isUnread }: WishesProps & { readonly isUnread: boolean }) {
  const words = messages.outputs.complaint;
  const { complaint, hasRead } = wishes;
  const set = (change: Partial<typeof complaint>): void => onWishes({ ...wishes, complaint: { ...complaint, ...change } });
  return (
    <section className="output-fields" aria-label={messages.outputs.kinds.complaint.label}>
      <RadioGroup across label={words.to} options={(['iopc', 'psd'] as const).map((value) => ({ value, ...words.recipients[value] }))} value={complaint.to} onChange={(to) => set({ to })} />
      <Notice tone="needs-you" title={words.warningTitle}>
        <p>{words.warning[complaint.to]}</p>
        <div className="field">
          <Checkbox isSelected={hasRead === complaint.to} isInvalid={isUnread} onChange={(is) => onWishes({ ...wishes, hasRead: is ? complaint.to : null })}>{words.agree}</Checkbox>
          {isUnread && <p role="alert" className="field-error">{words.agreeNeeded}</p>}
        </div>
      </Notice>
      <p className="small quiet">{messages.outputs.leftOpen}</p>
      <TextField label={words.name} value={complaint.name} onChange={(name) => set({ name })} maxLength={longest} />
      <TextField label={words.force} value={complaint.force} onChange={(force) => set({ force })} maxLength={longest} />
      <TextArea label={words.about} value={complaint.about} onChange={(about) => set({ about })} maxLength={longestText} />
      <TextArea label={words.late} hint={words.lateHint} value={complaint.whyLate} onChange={(whyLate) => set({ whyLate })} maxLength={longestText} />
      <TextArea label={words.wanted} value={complaint.wanted} onChange={(wanted) => set({ wanted })} maxLength={longestText} />
    </section>
  );
}
