// Two servers that share one PostgreSQL, as behind a proxy.

import { startPostgres } from "./postgres.ts";
import { startServer, type Server } from "./server.ts";

export interface TwoServers {
  one: Server;
  other: Server;
  stop(): Promise<void>;
}

/** They start together, so they also agree on who brings the tables up to date. */
export async function startTwoServers(): Promise<TwoServers> {
  const cluster = await startPostgres();
  const options = { databaseUrl: cluster.url };
  const [one, other] = await Promise.all([startServer(options), startServer(options)]);
  const stop = async () => {
    await Promise.all([one.stop(), other.stop()]);
    await cluster.stop();
  };
  return { one, other, stop };
}
