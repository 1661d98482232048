/**
 * No page needs any of these. RTCPeerConnection opens UDP sockets towards public resolvers whatever the policy says
 * (measured), so it must not exist; the others could only ever reach a network.
 */
const network = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'WebSocket', 'WebSocketStream', 'EventSource'];

/**
 * An empty frame has all of them again: no preload runs in it, no content policy forbids it, and its RTCPeerConnection connects
 * (measured). So none can be made: these are the ways of a script; in the window, markup from text is refused by trusted types; style
 * sheets that write markup go as well.
 */
const framing = ['iframe', 'frame', 'object', 'embed', 'fencedframe'];

/** Takes all of that from the world in which it runs. */
export const noNetworkHere = `{
  for (const name of ${JSON.stringify([...network, 'XSLTProcessor'])}) {
    delete globalThis[name];
    Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false });
  }
  const { apply } = Reflect;
  const nameOf = Object.getOwnPropertyDescriptor(Element.prototype, 'localName').get;
  for (const method of ['createElement', 'createElementNS']) {
    const make = Document.prototype[method];
    const value = function (...given) {
      const made = apply(make, this, given);
      const name = apply(nameOf, made, []);
      if (${framing.map((name) => `name === '${name}'`).join(' || ')}) throw new TypeError('no frames');
      return made;
    };
    Object.defineProperty(Document.prototype, method, { value, writable: false, configurable: false });
  }
}`;
