/** Part of schema 4: mail, and what services say of where a device was. */
export const mailAndLocations: readonly string[] = [];
