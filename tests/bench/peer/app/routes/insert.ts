import type { ActionFunctionArgs } from "@remix-run/node";
import postgres from "postgres";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 10 });

/** Stores what is posted by one INSERT and does nothing else. */
export async function action({ request }: ActionFunctionArgs) {
  const body = await request.json();
  await sql`insert into inserted (body) values (${sql.json(body)})`;
  return Response.json({ stored: true });
}
