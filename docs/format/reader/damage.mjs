/**
 * What the reader has to say, in three kinds. Nothing here depends on the format.
 */

/** Something that does not verify. The message is a whole sentence for a person. */
export class Damage extends Error {}

/** The vault was not read at all: a wrong secret, no vault, a newer format, a wrong command. */
export class NotRead extends Error {}

/** Collects sentences while reading goes on: damage (exit 1) and remarks (worth saying, nothing failed). */
export class Findings {
  damage = [];
  remarks = [];

  /** Runs one step; damage found in it is noted, and the step then gives undefined. */
  async attempt(step) {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      this.damage.push(error.message);
      return undefined;
    }
  }
}
