import { objectAt, objectsAt, textAt, type JsonObject } from '../json/members';
import type { NeutralCall } from '../../model/message-facts';

const most = 50;

/** What is attached to a message's words besides files, where they do not say it themselves: an address, a file of Drive, a meeting, an entry of a calendar, a call. */
export function annotationLines(message: JsonObject, text: string): string[] {
  const lines = objectsAt(message, 'annotations', most).flatMap((annotation) => {
    const within = (...keys: readonly string[]): JsonObject => keys.reduce<JsonObject>((object, key) => objectAt(object, key) ?? {}, annotation);
    const video = textAt(within('youtube_metadata'), 'id');
    return [
      textAt(within('url_metadata', 'url'), 'private_do_not_access_or_else_safe_url_wrapped_value'),
      textAt(within('drive_metadata'), 'title'),
      text.includes(video) ? '' : video,
      textAt(within('video_call_metadata', 'meeting_space'), 'meeting_url'),
      textAt(within('gsuite_integration_metadata', 'call_data'), 'call_status'),
      textAt(within('gsuite_integration_metadata', 'calendar_event_data', 'calendar_event'), 'title'),
      textAt(within('gsuite_integration_metadata', 'tasks_data', 'task_properties'), 'title'),
    ];
  });
  return [...new Set(lines)].filter((line) => line !== '' && !text.includes(line));
}

/** A call that a message tells of. Google says how it ended (`CALL_MISSED` …), not which way it went nor how long it was. */
export function callOf(message: JsonObject): NeutralCall | null {
  for (const annotation of objectsAt(message, 'annotations', most)) {
    const call = objectAt(objectAt(annotation, 'gsuite_integration_metadata') ?? {}, 'call_data');
    if (call !== null) return { kind: textAt(call, 'call_status') === 'CALL_MISSED' ? 'missed' : 'not-said', isVideo: false, seconds: null };
  }
  return null;
}
