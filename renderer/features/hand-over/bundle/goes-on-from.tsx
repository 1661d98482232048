import { messages } from '../../../../shared/messages/en-gb';
import { sayDate } from '../../../../shared/dates';
import { undated } from '../../../../shared/model/dated';
import { useAsk } from '../../../app/use-ask';
import { RadioGroup } from '../../../ui/choices';
import { Select } from '../../../ui/select';
import type { BundleAsked } from './bundle-asked';

const aNewOne = 'new';

/** Whether it is a new bundle, or goes on from one that was handed over; there is nothing to ask where none was. */
export function GoesOnFrom({ asked, onAsked }: { readonly asked: BundleAsked; readonly onAsked: (asked: BundleAsked) => void }) {
  const { value } = useAsk('exports.issuedBundles', {});
  const words = messages.bundle.goesOn;
  const issued = (value?.bundles ?? []).filter(({ profile }) => profile === asked.profile);
  if (issued.length === 0) return null;
  const choose = (exportId: string): void => {
    const one = issued.find((bundle) => bundle.exportId === exportId);
    onAsked(one === undefined ? { ...asked, continues: null } : { ...asked, letter: one.letter, continues: { exportId, part: asked.continues?.part ?? 'revised' } });
  };
  const { continues } = asked;
  return (
    <>
      <Select
        label={words.label} value={continues?.exportId ?? aNewOne} onChange={choose}
        options={[{ value: aNewOne, label: words.new }, ...issued.map(({ exportId, fileName, atUtc, documentCount, pageCount }) => ({ value: exportId, label: fileName, hint: words.issued(sayDate({ ...undated, edtf: atUtc.slice(0, 10) }), documentCount, pageCount) }))]}
      />
      {continues !== null && <RadioGroup label={words.part} options={(['revised', 'addition'] as const).map((part) => ({ value: part, ...words.parts[part] }))} value={continues.part} onChange={(part) => onAsked({ ...asked, continues: { ...continues, part } })} />}
    </>
  );
}
