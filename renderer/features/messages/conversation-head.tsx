import { Bookmark, BookmarkPlus, CalendarDays, FileInput, GitCompare, Info, Search, Users } from 'lucide-react';
import type { Conversation } from '../../../shared/model/conversation';
import { messages } from '../../../shared/messages/en-gb';
import { useProgram } from '../../app/program';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { sayDaysFromTo } from '../../ui-record/say-when';

/** What can stand above the messages, and beside them. */
export type Bar = 'none' | 'find' | 'day';
export type Side = 'none' | 'marked' | 'details' | 'about' | 'origin';

export interface ConversationHeadProps {
  conversation: Conversation;
  markedCount: number;
  bar: Bar;
  side: Side;
  onBar: (bar: Bar) => void;
  onSide: (side: Side) => void;
  onMarkThis: () => void;
  /** How many exports of it she has put together, itself among them; 0 for none. */
  exportCount: number;
  onExports: () => void;
}

/** The conversation's name, how much of it there is, and what can be done with it: in one line, so that the messages keep the room. */
export function ConversationHead({ conversation, markedCount, bar, side, onBar, onSide, onMarkThis, exportCount, onExports }: ConversationHeadProps) {
  const { readOnly } = useProgram();
  const words = messages.conversations;
  return (
    <header className="conversation-head">
      <div className="conversation-name">
        <h1>{conversation.title}</h1>
        <p className="quiet small">{words.amount(conversation.messageCount, conversation.callCount)} · {sayDaysFromTo(conversation.firstAt, conversation.lastAt)}</p>
      </div>
      <div className="row">
        <Button tone="quiet" icon={Search} aria-expanded={bar === 'find'} onPress={() => onBar('find')}>{words.view.find}</Button>
        <Button tone="quiet" icon={CalendarDays} aria-expanded={bar === 'day'} onPress={() => onBar(bar === 'day' ? 'none' : 'day')}>{words.view.goToDay}</Button>
        <Button tone="quiet" icon={Bookmark} aria-expanded={side === 'marked'} onPress={() => onSide(side === 'marked' ? 'none' : 'marked')}>{`${words.view.marked} (${markedCount})`}</Button>
        <Menu
          tone="quiet"
          actions={[
            ...(readOnly ? [] : [{ id: 'mark', label: words.view.markThis, icon: BookmarkPlus, onAction: onMarkThis }]),
            { id: 'details', label: words.view.details, icon: Info, onAction: () => onSide('details') },
            { id: 'about', label: words.view.about, icon: Users, onAction: () => onSide('about') },
            { id: 'origin', label: words.origin.title, icon: FileInput, onAction: () => onSide('origin') },
            { id: 'exports', label: exportCount > 0 ? messages.sameConversation.openCount(exportCount) : messages.sameConversation.open, icon: GitCompare, onAction: onExports },
          ]}
        />
      </div>
    </header>
  );
}
