import { useLoaderData } from "@remix-run/react";

export const loader = () => ({ entries: Array.from({ length: 20 }, (_, i) => `第${i + 1}条`) });

export default function List() {
  const { entries } = useLoaderData<typeof loader>();
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry}>{entry}</li>
      ))}
    </ul>
  );
}
