/**
 * Chromium's switches for silence and for leaving nothing on the disk. Names are lower case (Electron 36 and later lower-cases them).
 * A value of undefined is a switch without a value.
 */
export const chromiumSwitches: Readonly<Record<string, string | undefined>> = {
  'disable-background-networking': undefined,
  'disable-component-update': undefined,
  'disable-domain-reliability': undefined,
  'disable-client-side-phishing-detection': undefined,
  'disable-sync': undefined,
  'disable-breakpad': undefined,
  'no-pings': undefined,
  'no-first-run': undefined,
  // A link that asks for a name ahead makes Chromium connect a socket to a public resolver before it looks at any rule (measured). The setting stops it; no switch does.
  'blink-settings': 'dnsPrefetchingEnabled=false',
  'disable-quic': undefined,
  'disable-speech-api': undefined,
  // Every host name and address fails to resolve inside Chromium's network stack.
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  'disk-cache-size': '1',
  'media-cache-size': '1',
  'disable-http-cache': undefined,
  'disable-gpu-shader-disk-cache': undefined,
  'disable-features': [
    'OptimizationHints', 'OptimizationGuideModelDownloading', 'Translate', 'MediaRouter', 'DialMediaRouteProvider',
    'AutofillServerCommunication', 'CertificateTransparencyComponentUpdater', 'InterestFeedContentSuggestions',
    'NetworkTimeServiceQuerying', 'SpareRendererForSitePerProcess', 'DIPS', 'AsyncDns', 'DnsOverHttps',
    'WebRtcHideLocalIpsWithMdns', 'SegmentationPlatform', 'Reporting', 'NetworkErrorLogging', 'FirstPartySets',
    'TrustTokens', 'CompressionDictionaryTransport', 'CompressionDictionaryTransportBackend', 'PersistentHistograms',
    'HardwareMediaKeyHandling', 'MediaSessionService', 'GlobalMediaControls',
  ].join(','),
};
