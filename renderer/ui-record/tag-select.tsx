import { messages } from '../../shared/messages/en-gb';
import { showHidden } from '../../shared/text/show-hidden';
import type { Id } from '../../shared/model/identity';
import type { Tag } from '../../shared/model/tag';
import { Select } from '../ui/select';

const any = 'any';

/** Which tag a list is narrowed to; null: whatever it carries. */
export function TagSelect({ tags, value, onChange }: { tags: readonly Tag[]; value: Id | null; onChange: (tagId: Id | null) => void }) {
  const words = messages.tagging;
  return <Select label={words.filter} value={value ?? any} options={[{ value: any, label: words.any }, ...tags.map(({ id, name }) => ({ value: id, label: showHidden(name) }))]} onChange={(id) => onChange(id === any ? null : id)} />;
}
