import { GitCompare } from 'lucide-react';
import type { Conversation } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import type { SuggestedGroup } from '../../../../shared/model/same-conversation';
import { messages } from '../../../../shared/messages/en-gb';
import { showHidden } from '../../../../shared/text/show-hidden';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';

const words = messages.sameConversation;

/** Another conversation may be an export of this one: asked, never decided. */
export function ExportsNotice({ conversationId, conversations, suggested, onSame, onOther }: { conversationId: Id; conversations: readonly Conversation[]; suggested: readonly SuggestedGroup[]; onSame: (group: SuggestedGroup) => void; onOther: (group: SuggestedGroup) => void }) {
  const group = suggested.find(({ conversationIds }) => conversationIds.includes(conversationId));
  const other = group && conversations.find(({ id }) => id !== conversationId && group.conversationIds.includes(id));
  if (!group || !other) return null;
  return (
    <Notice across actions={<><Button icon={GitCompare} onPress={() => onSame(group)}>{words.isSame}</Button><Button tone="quiet" onPress={() => onOther(group)}>{words.isOther}</Button></>}>
      {words.suggestion(showHidden(other.title), group.because)}
    </Notice>
  );
}
