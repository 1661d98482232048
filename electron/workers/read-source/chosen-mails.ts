import type { MailFilePiece } from '../../../shared/importers/mail/parts';
import type { ReadPart } from '../../../shared/importers/read-part';
import { isChosenMail } from '../../../shared/importers/mail/chosen-mail';
import type { MailChoice } from '../../../shared/model/source-preview';

type Piece = MailFilePiece;
type Mail = Extract<ReadPart, { part: 'mail' }>;

/**
 * Lets through the mails she chose, those attached to them, and the bytes of their attachments. A mail's pieces come before it: where not all mails are wanted they are held until it is known
 * whether theirs is, so never more than the attachments of one message (64 MiB at most).
 */
export class ChosenMails {
  #held: Piece[] = [];
  /** Of the last mail that is attached to none. */
  #isWanted = false;
  readonly #choice: MailChoice | null;

  constructor(choice: MailChoice | null) {
    this.#choice = choice;
  }

  /** Pieces that may go on at once. */
  piece(piece: Piece): Piece[] {
    if (this.#takesAll) return [piece];
    this.#held.push(piece);
    return [];
  }

  /** Whether the mail comes in, and the pieces that were held for it. */
  mail(mail: Mail): { isWanted: boolean; pieces: Piece[] } {
    if (mail.within === '') this.#isWanted = this.#choice !== null && isChosenMail(mail, this.#choice);
    const pieces = this.#isWanted ? this.#held : [];
    this.#held = [];
    return { isWanted: this.#isWanted, pieces };
  }

  get #takesAll(): boolean {
    const choice = this.#choice;
    return choice !== null && choice.addresses === null && choice.labels === null && choice.fromDay === '' && choice.untilDay === '';
  }
}
