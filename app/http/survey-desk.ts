export { surveyOf } from "./survey-desk/survey-of.ts";

/** Why no codes were made; the survey's page says it in words. */
export const codeFaults = ["closed", "no-roster", "none-left", "unconfirmed"] as const;
export type CodeFault = (typeof codeFaults)[number];

/** What to do when no codes were made. */
export const codeFaultMessages: Record<CodeFault, string> = {
  closed: "締め切った調査には、コードを発行できません。",
  "no-roster": "名簿がありません。先に名簿を登録してください。",
  "none-left":
    "コードを発行する事業者がありません。すべての事業者に発行済みか、すべてが回答済みです。コードのファイルをなくしたときは、再発行してください。",
  unconfirmed:
    "コードを再発行するときは、「前のコードが使えなくなることを確かめました」に印を付けてください。",
};
