// A line between a browser and the server that can be cut, and that remembers what went through.

import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { freePort } from "./port.ts";

export interface Line {
  url: string;
  /** The event ids with which the live stream was asked for, in order; without one, `undefined`. */
  lastEventIds: (string | undefined)[];
  cut(): void;
  mend(): void;
  close(): void;
}

export async function lineTo(server: string): Promise<Line> {
  const lastEventIds: (string | undefined)[] = [];
  let whole = true;
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    if (!whole) return void asked.socket.destroy();
    if (asked.url === "/live") lastEventIds.push(asked.headers["last-event-id"] as string | undefined);
    const onward = request(server + asked.url, { method: asked.method, headers: asked.headers }, (said) => {
      answer.writeHead(said.statusCode ?? 502, said.headers);
      said.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  };
  const line = createServer(pass);
  const port = await freePort();
  await new Promise<void>((done) => line.listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${port}`,
    lastEventIds,
    cut: () => {
      whole = false;
      line.closeAllConnections();
    },
    mend: () => {
      whole = true;
    },
    close: () => {
      line.closeAllConnections();
      line.close();
    },
  };
}
