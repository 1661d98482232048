/** Words, or the look-up that is the occasion of that number, from 1: a page cites it there, text on a screen only names it. */
export type DraftPiece = string | { readonly occasion: number };

export type DraftPart =
  | { readonly part: 'heading'; readonly words: string }
  | { readonly part: 'paragraph'; readonly text: readonly DraftPiece[] }
  | { readonly part: 'list'; readonly items: readonly (readonly DraftPiece[])[] };

/** A text for her solicitor to work on. */
export interface Draft {
  readonly title: string;
  readonly parts: readonly DraftPart[];
}

/** The draft as plain text, lines ended by a line feed. `sayOccasion`: what stands for an occasion. */
export function textOfDraft({ title, parts }: Draft, sayOccasion: (number: number) => string): string {
  const said = (text: readonly DraftPiece[]): string => text.map((piece) => (typeof piece === 'string' ? piece : sayOccasion(piece.occasion))).join('');
  const lines = parts.map((part) => {
    switch (part.part) {
      case 'heading': return part.words;
      case 'paragraph': return said(part.text);
      case 'list': return part.items.map((item) => `- ${said(item)}`).join('\n');
    }
  });
  return `${[title, ...lines].join('\n\n')}\n`;
}
