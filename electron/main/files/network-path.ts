/** A share on another machine (`\\host\share`, `//host/share`), or a device: looking at it would be a request to the network. */
export function isNetworkPath(place: string): boolean {
  return /^[\\/]{2}/.test(place);
}
