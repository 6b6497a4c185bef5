import { parseGoalSheet } from "#app/domain/goal-sheet/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { publishGoalSheet } from "#db/queries/goal-sheets.ts";
import { readContent } from "./content.ts";

/** The department's goal sheet. */
export async function seedGoalSheet(db: Database): Promise<void> {
  const source = await readContent("manifesto.md");
  const { sheet, problems } = parseGoalSheet(source);
  if (!sheet) throw new Error(`content/manifesto.md: ${JSON.stringify(problems)}`);
  const reason = "令和8年度の目標を公表しました。";
  await publishGoalSheet(db, anyone, { source, parsed: sheet, reason, basedOn: 0 });
}
