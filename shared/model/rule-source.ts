/** Where a rule comes from. `isRead`: somebody here read it there; else it is common knowledge that nobody confirmed, and the program only warns by it. */
export interface RuleSource {
  readonly words: string;
  readonly isRead: boolean;
}
