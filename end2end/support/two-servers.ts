// Two servers that share one PostgreSQL, as behind a proxy.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "./postgres.ts";
import { startServer, type Server } from "./server.ts";

export interface TwoServers {
  one: Server;
  other: Server;
  stop(): Promise<void>;
}

/**
 * On an empty database they start together, so they also agree on who brings the tables up to date.
 * With a demo, the first one tells it.
 */
export async function startTwoServers(demo?: number): Promise<TwoServers> {
  const cluster = await startPostgres();
  const files = mkdtempSync(join(tmpdir(), "gongdan-files-"));
  const options = { databaseUrl: cluster.url, files };
  const starting = startServer({ ...options, demo });
  if (demo !== undefined) await starting;
  const [one, other] = await Promise.all([starting, startServer(options)]);
  const stop = async () => {
    await Promise.all([one.stop(), other.stop()]);
    await cluster.stop();
    rmSync(files, { recursive: true, force: true });
  };
  return { one, other, stop };
}
