import type { Database } from "#db/database.ts";
import { seedComments } from "./comments.ts";
import { seedLinks } from "./links.ts";

/** Comments, their dispositions and the links from provisions to what led to them. */
export async function seedDiscussion(db: Database): Promise<void> {
  await seedComments(db);
  await seedLinks(db);
}
