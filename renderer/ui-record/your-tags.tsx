import { useEffect, useRef, useState } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { foldTag, type Tag } from '../../shared/model/tag';
import { privateChildrenTag } from '../../shared/outputs/gates/private-children';
import { ask } from '../app/bridge';
import { useAsk } from '../app/use-ask';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { RenameForm } from '../ui/rename-form';

const isOne = (a: string, b: string): boolean => foldTag(a) === foldTag(b);

/** Every tag of hers: another name for one that was mistyped, two that are one put together, one taken off everything. `onChanged`: what carries them shows other tags now. */
export function YourTags({ isOpen, onClose, onChanged }: { readonly isOpen: boolean; readonly onClose: () => void; readonly onChanged: () => void }) {
  const words = messages.tagging.all;
  const { value, again } = useAsk('tags.list', isOpen ? {} : null);
  const [doing, setDoing] = useState<{ readonly is: 'rename' | 'end'; readonly id: string } | null>(null);
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const tags = value?.tags ?? [];
  // What was pressed is gone: the keyboard goes back to the tag it was about, or to the first.
  const backTo = useRef<string | null>(null);
  useEffect(() => {
    if (doing !== null || backTo.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-tag="${backTo.current}"]`) ?? list.current;
    backTo.current = null;
    row?.querySelector('button')?.focus();
  }, [doing, value]);
  const stop = (id: string): void => { backTo.current = id; setDoing(null); setRefusal(null); };

  const sameAs = (tag: Tag, name: string): Tag | undefined => tags.find((each) => each.id !== tag.id && isOne(each.name, name));

  async function rename(tag: Tag, name: string): Promise<string | null> {
    const result = await ask('tags.rename', { id: tag.id, name });
    if (!result.ok) return messages.errors.say(result.error);
    stop(result.value.id);
    setSaid(result.value.id === tag.id ? words.renamed(tag.name, result.value.name) : words.joined(tag.name, result.value.name));
    again();
    onChanged();
    return null;
  }
  async function end(tag: Tag): Promise<void> {
    const result = await ask('tags.end', { id: tag.id });
    if (!result.ok) return setRefusal(messages.errors.say(result.error));
    stop(tag.id);
    setSaid(words.ended(tag.name));
    again();
    onChanged();
  }
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={() => { setDoing(null); setSaid(''); setRefusal(null); onClose(); }} actions={<Button onPress={onClose}>{messages.ui.close}</Button>}>
      <p className="small quiet">{words.intro}</p>
      <p role="status" className="small" dir="auto">{said}</p>
      {value && tags.length === 0 && <p className="quiet">{messages.tagging.none}</p>}
      <ul ref={list} className="tag-list" aria-label={words.title}>
        {tags.map((tag) => (
          <li key={tag.id} data-tag={tag.id} onKeyDown={(event) => { if (doing?.id === tag.id && event.key === 'Escape') { event.stopPropagation(); stop(tag.id); } }}>
            {doing?.id === tag.id && doing.is === 'rename'
              ? (
                <RenameForm
                  label={words.newName(tag.name)} name={tag.name} maxLength={60} needed={words.nameNeeded} onRename={(name) => rename(tag, name)} onCancel={() => stop(tag.id)}
                  save={(name) => (sameAs(tag, name) ? words.join : words.save)} about={(name) => <AboutName tag={tag} other={sameAs(tag, name)} name={name} />}
                />
              )
              : (
                <>
                  <div className="tag-line">
                    <span><strong dir="auto">{tag.name}</strong> <span className="small quiet">{words.carriedBy(tag.count)}</span></span>
                    {doing?.id !== tag.id && (
                      <span className="row">
                        <Button tone="quiet" aria-label={words.renameNamed(tag.name)} onPress={() => { setSaid(''); setDoing({ is: 'rename', id: tag.id }); }}>{words.rename}</Button>
                        <Button tone="quiet" aria-label={words.endNamed(tag.name)} onPress={() => { setSaid(''); setDoing({ is: 'end', id: tag.id }); }}>{words.end}</Button>
                      </span>
                    )}
                  </div>
                  {doing?.id === tag.id && (
                    <div className="stack-tight" role="group" aria-label={words.endNamed(tag.name)}>
                      <p>{words.endWords(tag.count)}{isOne(tag.name, privateChildrenTag) && ` ${words.childrenGone}`}</p>
                      {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
                      <div className="row"><Button tone="loss" autoFocus onPress={() => void end(tag)}>{words.endDo}</Button><Button tone="quiet" onPress={() => stop(tag.id)}>{messages.ui.cancel}</Button></div>
                    </div>
                  )}
                </>
              )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** What else another name does: it puts two tags together, or gives or takes what keeps a child's own entries apart. */
function AboutName({ tag, other, name }: { readonly tag: Tag; readonly other: Tag | undefined; readonly name: string }) {
  const words = messages.tagging.all;
  const [was, is] = [isOne(tag.name, privateChildrenTag), isOne(name, privateChildrenTag)];
  return <p role="status" className="small">{[other ? words.joins(other.name) : '', was && !is ? words.childrenGone : '', is && !was ? messages.tagging.childrenHint : ''].filter((part) => part !== '').join(' ')}</p>;
}
