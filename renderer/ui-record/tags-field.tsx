import { Tags, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { foldTag, type Tag, type Tagged } from '../../shared/model/tag';
import { privateChildrenTag } from '../../shared/outputs/gates/private-children';
import { ask } from '../app/bridge';
import { useAsk } from '../app/use-ask';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { ComboBox } from '../ui/select';
import { YourTags } from './your-tags';
import './tags-field.css';

const offered = 12;

/** The tags of one thing: each comes off with a press, others are added by typing. Saved at once. */
export function TagsField({ subject, readOnly = false, onPut, onChanged }: { subject: Tagged; readOnly?: boolean; /** A tag was put on it. */ onPut?: (tag: Tag) => void; onChanged?: () => void }) {
  const words = messages.tagging;
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isAllOpen, setAllOpen] = useState(false);
  const own = useAsk('tags.of', { kind: subject.kind, id: subject.id });
  const all = useAsk('tags.list', {});
  const tags = own.value?.tags ?? [];
  const wanted = typed.trim();
  const fitting = (all.value?.tags ?? []).filter(({ id, name }) => !tags.some((tag) => tag.id === id) && foldTag(name).includes(foldTag(wanted))).slice(0, offered);
  const isKnown = [...tags, ...fitting].some(({ name }) => foldTag(name) === foldTag(wanted));
  // The one tag that does something: it is offered by its first letters, before she has made it.
  const offersChildren = wanted.length > 1 && foldTag(privateChildrenTag).startsWith(foldTag(wanted)) && ![...tags, ...fitting].some(({ name }) => foldTag(name) === foldTag(privateChildrenTag));
  const options = [
    ...fitting.map(({ name, count }) => ({ value: `known ${name}`, label: name, hint: String(count) })),
    ...(offersChildren ? [{ value: `new ${privateChildrenTag}`, label: privateChildrenTag, hint: words.childrenHint }] : []),
    ...(wanted === '' || isKnown ? [] : [{ value: `new ${wanted.slice(0, 60)}`, label: words.make(wanted.slice(0, 60)) }]),
  ];
  const after = (error: string | null): void => {
    setRefusal(error);
    own.again();
    all.again();
    onChanged?.();
  };
  async function put(name: string): Promise<void> {
    setTyped('');
    const result = await ask('tags.put', { ...subject, name });
    after(result.ok ? null : messages.errors.say(result.error));
    const tag = result.ok ? result.value.tags.find((each) => foldTag(each.name) === foldTag(name)) : undefined;
    if (tag && !tags.some(({ id }) => id === tag.id)) onPut?.(tag);
  }
  /** Enter without an option marked: what she typed is the tag, be it new or not. */
  function onKeyDown(event: KeyboardEvent): void {
    const isTyping = event.target instanceof HTMLInputElement && !event.target.getAttribute('aria-activedescendant');
    if (event.key === 'Enter' && isTyping && wanted !== '' && !event.nativeEvent.isComposing) void put(wanted.slice(0, 60));
  }
  async function take(tagId: string): Promise<void> {
    const result = await ask('tags.take', { ...subject, tagId });
    after(result.ok ? null : messages.errors.say(result.error));
  }
  return (
    <div className="stack-tight">
      {tags.length > 0 && (
        <ul className="tags" aria-label={words.title}>
          {tags.map(({ id, name }) => <li key={id}>{readOnly ? <span dir="auto">{name}</span> : <Button tone="quiet" icon={X} aria-label={words.takeOff(name)} onPress={() => void take(id)}><bdi>{name}</bdi></Button>}</li>)}
        </ul>
      )}
      {tags.length === 0 && readOnly && <p className="quiet">{words.none}</p>}
      {!readOnly && <div onKeyDownCapture={onKeyDown}><ComboBox label={words.add} hint={words.hint} options={options} inputValue={typed} onInputChange={(text) => setTyped(text.slice(0, 60))} onChoose={(value) => void put(value.slice(value.indexOf(' ') + 1))} /></div>}
      {!readOnly && (all.value?.tags.length ?? 0) > 0 && <div className="row"><Button tone="quiet" icon={Tags} onPress={() => setAllOpen(true)}>{words.all.open}</Button></div>}
      <YourTags isOpen={isAllOpen} onClose={() => setAllOpen(false)} onChanged={() => after(null)} />
      {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
    </div>
  );
}
