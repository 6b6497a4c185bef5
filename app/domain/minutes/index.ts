export type * from "./minutes.ts";
export { utterancesOf } from "./minutes.ts";
export { type SpeakerRole, speakerRole } from "./speaker.ts";
