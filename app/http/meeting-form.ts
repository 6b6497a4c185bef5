import { z } from "zod";
import { isCivilDate } from "#app/domain/japan/index.ts";
import { meetingNumber } from "#app/domain/minutes/index.ts";

/** The title of the council's meetings without 「第n回」. */
const council = "公共調達のあり方審議会";

/** The fields that say of a meeting what it is called and when it is held. */
export const meetingSchema = z
  .object({
    number: z.coerce
      .number("第何回かを数字で入力してください。")
      .int("第何回かを数字で入力してください。")
      .min(1, "第何回かを1以上の数字で入力してください。")
      .max(999, "第何回かを999までの数字で入力してください。"),
    title: z.string().trim().max(100, "名称は100字までにしてください。"),
    heldOn: z.string().refine(isCivilDate, "開催日を選んでください。"),
  })
  .transform(({ title, ...rest }) => ({ ...rest, title: title || `第${rest.number}回${council}` }))
  .refine(({ number, title }) => [undefined, number].includes(meetingNumber(title)), {
    message: "名称の「第n回」が、入力した回と違います。どちらかを直してください。",
    path: ["title"],
  });
