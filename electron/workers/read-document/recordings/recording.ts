import type { RecordingDetails } from '../../../../shared/model/recording-details';

export const emptyRecording = (container: string): RecordingDetails => ({
  container, seconds: null, isLengthEstimated: false, tracks: [], fields: [], times: [], position: null, device: '', contentIdentifier: '', notRead: [],
});
