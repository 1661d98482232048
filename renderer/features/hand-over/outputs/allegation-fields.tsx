import { messages } from '../../../../shared/messages/en-gb';
import { useAsk } from '../../../app/use-ask';
import { Select } from '../../../ui/select';
import { HeadingFields } from './heading-fields';
import type { WishesProps } from './wishes';

const none = 'none';

/** Of a schedule of allegations: the heading of the case, and the story that stands before it. */
export function AllegationFields({ wishes, onWishes }: WishesProps) {
  const words = messages.outputs;
  const stories = useAsk('case.list', { kind: 'narrative' }).value?.rows.filter(({ status }) => status === 'recorded') ?? null;
  return (
    <section className="output-fields" aria-label={words.kinds.allegations.label}>
      {stories !== null && stories.length === 0 && <p className="small quiet">{words.narrative.noneYet}</p>}
      {stories !== null && stories.length > 0 && (
        <Select
          label={words.narrative.label} value={wishes.narrativeId ?? none} onChange={(id) => onWishes({ ...wishes, narrativeId: id === none ? null : id })}
          options={[{ value: none, label: words.narrative.none }, ...stories.map(({ id, title, opening }) => ({ value: id, label: title || opening.slice(0, 60) || words.narrative.untitled }))]}
        />
      )}
      <p className="small quiet">{words.leftOpen}</p>
      <HeadingFields wishes={wishes} onWishes={onWishes} />
    </section>
  );
}
